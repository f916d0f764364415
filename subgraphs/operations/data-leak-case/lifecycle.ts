import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { DAMAGED_DATA, DATA_EFFECTS, THREATS } from '@zgt/schema/measure/incident-levels.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

/** What a case is judged by: the unit, and what its agreement says. */
export interface DataLeakCaseFacts {
  unit: KnownRecord | null;
  /** Whether the agreement in force lets the company end the cooperation over a leak. */
  mayTerminate: boolean;
}

type LeakGuard = Guard<DataLeakCaseFacts>;

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const unitIsKnown: LeakGuard = ({ facts, input }) =>
  !input || facts.unit?.noun === 'EcosystemUnit'
    ? null
    : wrong('unitId', '生态单位：没有这条记录，请从列表中选择');

const foundInThePast: Guard = ({ input, today }) =>
  input && (input.foundOn as string) > today ? wrong('foundOn', '发现日期：不能晚于今天') : null;

const rectifyByIsAhead: Guard = ({ input, today }) =>
  input && (input.rectifyBy as string) < today ? wrong('rectifyBy', '整改期限：不能早于今天') : null;

/** Article 70: cooperation is ended over a leak only where the agreement says so. */
const agreementSaysSo: LeakGuard = ({ facts }) =>
  facts.mayTerminate
    ? null
    : refuse('BASIS_REQUIRED', {
        message: '与这个单位的有效授权协议没有“数据泄露终止条款”，不能据此终止合作。',
        articles: [70],
        remedy: '请改为责令整改；需要这一条款的，请在续签授权协议时列入。',
      });

/** What leaked is data of some kind: without any there is nothing to grade. */
const dataWereDamaged: Guard = ({ input }) =>
  input?.damagedData === 'NONE'
    ? wrong('damagedData', '泄露的是哪一类数据：已核实的泄露不能选“没有数据受损”')
    : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'SECURITY', 'OPERATOR'] } as const;
const decider = { party: 'PROJECT_COMPANY', roles: ['HEAD'] } as const;

/** 数据泄露: reported, confirmed, and then decided by the company, which may end the cooperation (article 70). */
export const dataLeakCaseLifecycle = lifecycle({
  noun: 'DataLeakCase',
  label: '数据泄露',
  description:
    '生态单位自产商业数据的泄露：报告、核实，由项目公司决定责令整改或者依协议终止合作；不作决定的，单位照常。',
  articles: [70],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    REPORTED: { label: '已报告，待核实', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    CONFIRMED: { label: '已核实，待决定', tone: 'BAD', awaits: 'PROJECT_COMPANY' },
    RECTIFYING: { label: '责令整改', tone: 'WAITING', awaits: 'OWNER' },
    MENDED: { label: '已整改，待核验', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    CLOSED: { label: '已办结', tone: 'GOOD', final: true },
    TERMINATED: { label: '终止合作', tone: 'BAD', final: true },
    DISMISSED: { label: '查无泄露', tone: 'NEUTRAL', final: true },
  },
  actions: {
    report: {
      label: '报告泄露',
      effect: '单位和管理单位收到通知；由项目公司核实。',
      from: null,
      to: 'REPORTED',
      by: [company, { party: 'ECOSYSTEM_UNIT' }],
      articles: [70],
      duties: ['70'],
      fields: {
        unitId: {
          kind: 'reference',
          label: '生态单位',
          hint: '单位自己报告的选本单位',
          of: 'ecosystemUnits',
        },
        foundOn: { kind: 'date', label: '发现日期' },
        data: { kind: 'text', label: '泄露了什么数据', max: 2000, multiline: true },
        scale: { kind: 'text', label: '规模和影响', max: 1000, multiline: true },
      },
      documents: { EVIDENCE: 'OPTIONAL' },
      guards: [
        unitIsKnown,
        ({ facts, input, viewer }) =>
          input && viewer.party === 'ECOSYSTEM_UNIT' && facts.unit?.organizationId !== viewer.organizationId
            ? wrong('unitId', '生态单位：只能报告本单位的泄露')
            : null,
        foundInThePast,
      ],
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    confirm: {
      label: '核实',
      effect: '确认泄露属实，同时登记为安全事件，按所填事实定级；接着决定责令整改或者终止合作。',
      from: ['REPORTED'],
      to: 'CONFIRMED',
      by: [company],
      articles: [61, 70],
      duties: ['70', '61.1'],
      fields: {
        finding: { kind: 'text', label: '核实情况', max: 2000, multiline: true },
        damagedData: {
          kind: 'choice',
          label: '泄露的是哪一类数据',
          hint: '安全事件按它定级',
          enumName: 'DamagedData',
          options: DAMAGED_DATA,
        },
        dataEffect: {
          kind: 'choice',
          label: '数据受损的后果',
          hint: '不选为尚未评估，按已构成对待',
          enumName: 'DataEffect',
          options: DATA_EFFECTS,
          optional: true,
        },
        threat: {
          kind: 'choice',
          label: '对社会的威胁',
          hint: '不选为没有威胁',
          enumName: 'IncidentThreat',
          options: THREATS,
          optional: true,
        },
      },
      guards: [dataWereDamaged],
      documents: { EVIDENCE: 'OPTIONAL' },
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    dismiss: {
      label: '查无泄露',
      effect: '经核实没有泄露，到此为止。',
      from: ['REPORTED'],
      to: 'DISMISSED',
      by: [company],
      articles: [70],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    keep: {
      label: '责令整改',
      effect: '合作继续；单位须在期限内整改。',
      from: ['CONFIRMED'],
      to: 'RECTIFYING',
      by: [decider],
      articles: [70],
      duties: ['70'],
      fields: {
        demands: { kind: 'text', label: '整改要求', max: 2000, multiline: true },
        rectifyBy: { kind: 'date', label: '整改期限', hint: '最后一天（含当日）' },
      },
      guards: [rectifyByIsAhead],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      starts: [
        {
          name: 'mend',
          title: '整改数据泄露',
          articles: [70],
          owedBy: 'OWNER',
          until: ({ rectifyBy }) => endOfShanghaiDay(rectifyBy as string),
        },
      ],
    },
    mend: {
      label: '提交整改',
      effect: '交项目公司核验。',
      from: ['RECTIFYING'],
      to: 'MENDED',
      by: [{ party: 'ECOSYSTEM_UNIT', own: true }],
      articles: [70],
      duties: ['70'],
      fields: { remedy: { kind: 'text', label: '整改情况', max: 2000, multiline: true } },
      documents: { OTHER: 'OPTIONAL' },
      ends: ['mend'],
      tells: ['PROJECT_COMPANY'],
    },
    accept: {
      label: '核验通过',
      effect: '办结，合作照常。',
      from: ['MENDED'],
      to: 'CLOSED',
      by: [company],
      articles: [70],
      duties: ['70'],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    reject: {
      label: '核验不通过',
      effect: '回到待决定：可以再责令整改，或者终止合作。',
      from: ['MENDED'],
      to: 'CONFIRMED',
      by: [company],
      articles: [70],
      duties: ['70'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    terminate: {
      label: '终止合作',
      effect: '单位的资格随即终止：凭证作废，品牌授权撤销，应用公告下架；不可恢复。',
      from: ['CONFIRMED', 'RECTIFYING'],
      to: 'TERMINATED',
      by: [decider],
      articles: [70],
      duties: ['70', '42.2'],
      guards: [agreementSaysSo],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: true,
    },
  },
});
