import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { AGREEMENT_PARTIES } from '../choices-safety.ts';

/** What an agreement is judged by: the owner unit, once it is registered. */
export interface SafetyAgreementFacts {
  ownerUnitId: string | null;
}

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** Article 65: the agreement is one between management unit and owner unit. */
const isWithOwnerUnit: Guard = ({ input }) =>
  input && input.counterparty !== 'OWNER_UNIT'
    ? refuse('RESPONSIBLE_PARTY_FIXED', {
        message: '安全管理协议由管理单位与业主单位签署，不能改与其他单位签。',
        articles: [65],
        remedy: '请选择业主单位；对项目公司的安全要求写进协议条款，由业主单位落实。',
      })
    : null;

const ownerUnitIsKnown: Guard<SafetyAgreementFacts> = ({ facts, input }) =>
  !input || facts.ownerUnitId !== null ? null : wrong('counterparty', '对方：业主单位还没有登记');

const termIsSound: Guard = ({ input, today }) =>
  !input
    ? null
    : (input.signedOn as string) > today
      ? wrong('signedOn', '签署日期：不能晚于今天')
      : (input.validUntil as string) <= (input.signedOn as string) || (input.validUntil as string) < today
        ? wrong('validUntil', '有效期至：须晚于签署日期，且不早于今天')
        : null;

const clauseIsOneOfThem: Guard = ({ record, input }) =>
  !input || (record!.clauses as string[]).includes(input.checkedClause as string)
    ? null
    : wrong('checkedClause', `检查的条款：须是协议中的条款：${(record!.clauses as string[]).join('；')}`);

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;

/** 安全管理协议: between management unit and owner unit, supervised clause by clause (article 65). */
export const safetyAgreementLifecycle = lifecycle({
  noun: 'SafetyAgreement',
  label: '安全管理协议',
  description: '管理单位按网信部门的要求与业主单位签署的安全管理协议，据此监督；到期之前提醒续签。',
  articles: [65],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    IN_FORCE: { label: '生效', tone: 'GOOD' },
    TERMINATED: { label: '已终止', tone: 'NEUTRAL', final: true },
    EXPIRED: { label: '已到期', tone: 'BAD', final: true },
  },
  actions: {
    sign: {
      label: '登记协议',
      effect: '协议生效，业主单位和项目公司收到通知。',
      from: null,
      to: 'IN_FORCE',
      by: [management],
      articles: [65],
      duties: ['65'],
      fields: {
        counterparty: {
          kind: 'choice',
          label: '对方',
          hint: '只能是业主单位',
          enumName: 'AgreementParty',
          options: AGREEMENT_PARTIES,
        },
        signedOn: { kind: 'date', label: '签署日期' },
        validUntil: { kind: 'date', label: '有效期至', hint: '最后一天（含当日）' },
        requirementReference: { kind: 'text', label: '网信部门要求的文号', max: 200 },
        clauses: {
          kind: 'texts',
          label: '条款和检查办法',
          hint: '每行一条，写作“条款：检查办法”',
          max: 300,
          maxItems: 50,
        },
      },
      documents: { OTHER: 'REQUIRED' },
      guards: [isWithOwnerUnit, ownerUnitIsKnown, termIsSound],
      tells: ['OWNER', 'PROJECT_COMPANY'],
      starts: [
        {
          name: 'renewal',
          title: '安全管理协议即将到期，请续签',
          articles: [65],
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'safety_agreement.expiry_reminder_days',
          before: ({ validUntil }) => validUntil as string,
        },
        {
          name: 'expiry',
          title: '安全管理协议到期',
          articles: [65],
          owedBy: 'MANAGEMENT_UNIT',
          until: ({ validUntil }) => endOfShanghaiDay(validUntil as string),
          action: 'expire',
        },
      ],
    },
    check: {
      label: '检查条款',
      effect: '检查情况记入时间线，业主单位收到通知。',
      from: ['IN_FORCE'],
      to: null,
      by: [management],
      articles: [65],
      duties: ['65'],
      fields: {
        checkedClause: { kind: 'text', label: '检查的条款', hint: '照协议登记的条款填写', max: 300 },
        checkFinding: { kind: 'text', label: '检查情况', max: 2000, multiline: true },
      },
      guards: [clauseIsOneOfThem],
      tells: ['OWNER'],
    },
    terminate: {
      label: '终止协议',
      effect: '协议不再有效；请及时签署新的协议。',
      from: ['IN_FORCE'],
      to: 'TERMINATED',
      by: [management],
      articles: [65],
      duties: ['65'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    expire: {
      label: '到期',
      effect: '协议已到期；没有续签的，平台上线会提示或不予批准。',
      from: ['IN_FORCE'],
      to: 'EXPIRED',
      by: [{ party: 'SYSTEM' }],
      articles: [65],
      duties: ['65'],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
