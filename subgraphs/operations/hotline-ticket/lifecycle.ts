import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { HOTLINE_LINES, HOTLINE_RELATIONS, HOTLINE_TOPICS, lineFor } from '../choices-hotline.ts';

/** Article 59: where a ticket goes follows from what it is about, not from who handles it. */
const routeFollowsTheRule: Guard = ({ record, input }) =>
  !input || input.line === lineFor(record!.governmentRelated as boolean)
    ? null
    : refuse('HOTLINE_ROUTE_FIXED');

const isForGovernmentLine: Guard = ({ record }) =>
  record!.line === 'GOV_12345' ? null : refuse('HOTLINE_ROUTE_FIXED');

/** Article 59: what is the government's to answer the company hands over and follows, and does not answer. */
const isForDedicatedLine: Guard = ({ record }) =>
  record!.line === 'DEDICATED'
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '涉及政府业务的工单由 12345 答复，项目公司只能转办和跟进。',
        articles: [59],
        remedy: '请转办到 12345；归类有误的，先写明理由更正归类。',
      });

const agent = {
  party: 'PROJECT_COMPANY',
  roles: ['HEAD', 'OPERATOR', 'CUSTOMER_SERVICE'],
  own: true,
} as const;
const system = { party: 'SYSTEM' } as const;

const answerClock: DeadlineRule = {
  name: 'answer',
  title: '答复热线工单',
  articles: [44, 59],
  owedBy: 'PROJECT_COMPANY',
  parameter: 'hotline.answer_working_days',
};
const revisitClock: DeadlineRule = {
  name: 'revisit',
  title: '回访热线工单',
  articles: [44],
  owedBy: 'PROJECT_COMPANY',
  parameter: 'hotline.revisit_working_days',
};
const answerField = { answer: { kind: 'text', label: '答复', max: 4000, multiline: true } } as const;

/** 热线工单: routed by what it is about, handed over to the other line and back under one number, answered, revisited (articles 44 and 59). */
export const hotlineTicketLifecycle = lifecycle({
  noun: 'HotlineTicket',
  label: '热线工单',
  description:
    '用户的咨询、投诉和建议：涉及政府业务的归 12345，其余归专用热线；两条热线之间转办时工单编号不变，答复之后回访。',
  articles: [44, 59],
  readers: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
  states: {
    ROUTED: { label: '已分流', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    TRANSFERRING: { label: '转办中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    TRANSFERRED: { label: '已转办', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    ANSWERED: { label: '已答复', tone: 'GOOD', awaits: 'PROJECT_COMPANY' },
    REVISITED: { label: '已回访', tone: 'GOOD', awaits: 'PROJECT_COMPANY' },
    CLOSED: { label: '已办结', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '提交',
      effect: '按所问的事自动分流。请记下编号和查询码，凭它们随时查看办理情况和答复。',
      from: null,
      to: 'ROUTED',
      by: [{ party: 'PUBLIC' }],
      articles: [44, 59],
      duties: ['59.2', '44.2'],
      fields: {
        topic: { kind: 'choice', label: '所问的事', enumName: 'HotlineTopic', options: HOTLINE_TOPICS },
        appId: {
          kind: 'reference',
          label: '关于哪个应用',
          hint: '与应用无关的可不选',
          of: 'apps',
          optional: true,
        },
        question: {
          kind: 'text',
          label: '问题',
          hint: '请不要写证件号码、银行卡号',
          max: 2000,
          multiline: true,
        },
        contact: {
          kind: 'text',
          label: '您的联系方式',
          hint: '电话或电子邮箱，回访用；可不填',
          max: 100,
          optional: true,
        },
      },
      tells: ['PROJECT_COMPANY'],
      starts: [answerClock],
    },
    receive: {
      label: '收到转来的工单',
      effect: '12345 转来，由专用热线答复。',
      from: null,
      to: 'ROUTED',
      by: [system],
      articles: [59],
      duties: ['59.3'],
      tells: ['PROJECT_COMPANY'],
      starts: [answerClock],
    },
    route: {
      label: '确认分流',
      effect: '去向由是否涉及政府业务决定，不能另选。',
      from: ['ROUTED'],
      to: 'ROUTED',
      by: [agent],
      articles: [59],
      duties: ['59.2'],
      fields: { line: { kind: 'choice', label: '去向', enumName: 'HotlineLine', options: HOTLINE_LINES } },
      guards: [routeFollowsTheRule],
    },
    reclassify: {
      label: '更正归类',
      effect: '按更正后的归类重新分流。',
      from: ['ROUTED'],
      to: 'ROUTED',
      by: [agent],
      articles: [59],
      duties: ['59.2'],
      fields: {
        relation: {
          kind: 'choice',
          label: '归类',
          enumName: 'HotlineRelation',
          options: HOTLINE_RELATIONS,
        },
      },
      reason: 'REQUIRED',
    },
    transfer: {
      label: '转办 12345',
      effect: '连同说明送到 12345；对方没有收下之前会反复送，编号不变。',
      from: ['ROUTED'],
      to: 'TRANSFERRING',
      by: [agent],
      articles: [59],
      duties: ['59.3'],
      fields: {
        transferNote: { kind: 'text', label: '转办说明', max: 1000, multiline: true },
      },
      guards: [isForGovernmentLine],
      publishes: true,
    },
    confirmTransfer: {
      label: '对方已收下',
      effect: '记下对方的工单编号。',
      from: ['TRANSFERRING'],
      to: 'TRANSFERRED',
      by: [system],
      articles: [59],
      duties: ['59.3'],
    },
    recordTransfer: {
      label: '登记人工转办',
      effect: '以电话等方式转办的，登记对方的工单编号。',
      from: ['TRANSFERRING'],
      to: 'TRANSFERRED',
      by: [agent],
      articles: [59],
      duties: ['59.3'],
      fields: { externalNumber: { kind: 'text', label: '对方的工单编号', max: 64 } },
    },
    answer: {
      label: '答复',
      effect: '答复用户；12345 转来的同时告知 12345。',
      from: ['ROUTED'],
      to: 'ANSWERED',
      by: [agent],
      articles: [44, 59],
      duties: ['59.2', '44.2'],
      fields: answerField,
      guards: [isForDedicatedLine],
      ends: ['answer'],
      starts: [revisitClock],
      publishes: true,
    },
    recordAnswer: {
      label: '12345 已答复',
      effect: '用户凭原来的编号看到答复。',
      from: ['TRANSFERRING', 'TRANSFERRED'],
      to: 'ANSWERED',
      by: [system],
      articles: [59],
      duties: ['59.3'],
      ends: ['answer'],
      starts: [revisitClock],
      tells: ['PROJECT_COMPANY'],
    },
    relayAnswer: {
      label: '登记 12345 的答复',
      effect: '12345 以电话等方式答复的，原样登记；用户凭原来的编号看到答复。',
      from: ['TRANSFERRED'],
      to: 'ANSWERED',
      by: [agent],
      articles: [59],
      duties: ['59.3'],
      fields: answerField,
      ends: ['answer'],
      starts: [revisitClock],
    },
    revisit: {
      label: '回访',
      effect: '记下用户是否满意，计入统计。',
      from: ['ANSWERED'],
      to: 'REVISITED',
      by: [agent],
      articles: [44],
      duties: ['44.2', '59.3'],
      fields: {
        satisfaction: {
          kind: 'integer',
          label: '满意度',
          hint: '1 很不满意，5 很满意',
          min: 1,
          max: 5,
          unit: '分',
        },
        revisitNote: { kind: 'text', label: '回访情况', max: 1000, multiline: true, optional: true },
      },
      ends: ['revisit'],
    },
    close: {
      label: '办结',
      effect: '工单结束，计入统计。',
      from: ['ANSWERED', 'REVISITED'],
      to: 'CLOSED',
      by: [agent],
      articles: [44, 59],
      duties: ['59.3'],
      reason: 'OPTIONAL',
    },
  },
});
