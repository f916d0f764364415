import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { USER_PENALTIES, type UserPenalty } from '../choices-conduct.ts';

export interface UserViolationFacts {
  /** What the rules in force admit for the clause that was violated; null when they have no such clause. */
  allowed: readonly UserPenalty[] | null;
}

type ViolationGuard = Guard<UserViolationFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** Article 44: a user is dealt with as the rules in force say, and in no other way. */
const isInRules: ViolationGuard = ({ record, facts: { allowed }, input }) => {
  if (!input || allowed?.includes(input.penalty as UserPenalty)) return null;
  const permitted = (allowed ?? []).map((one) => USER_PENALTIES[one]).join('、');
  return refuse('PENALTY_NOT_IN_RULES', {
    details: [
      {
        path: 'penalty',
        message: permitted
          ? `“${record!.clause}”允许的处理：${permitted}`
          : `现行用户规则没有“${record!.clause}”，或没有写明怎样处理`,
      },
    ],
  });
};

const termIsAhead: Guard = ({ input, today }) =>
  input?.penaltyUntil && (input.penaltyUntil as string) < today
    ? invalid('penaltyUntil', '处理到哪一天：不能早于今天')
    : null;

const warningHasNoTerm: Guard = ({ input }) =>
  input?.penalty === 'WARN' && input.penaltyUntil
    ? invalid('penaltyUntil', '处理到哪一天：提示警告没有期限，请不填')
    : null;

const APPEAL = { kind: 'text', label: '用户的申诉', max: 4000, multiline: true } as const;

const company = {
  party: 'PROJECT_COMPANY',
  roles: ['HEAD', 'OPERATOR', 'CUSTOMER_SERVICE'],
  own: true,
} as const;
const decider = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;

/** 用户违规: reported, upheld with evidence, dealt with as the rules allow; the user may appeal (article 44). */
export const userViolationLifecycle = lifecycle({
  noun: 'UserViolation',
  label: '用户违规',
  description:
    '用户违反现行用户规则的处理：有证据才能认定，只能用规则对该条允许的处理方式；用户可以申诉，处理到期自动解除。记录只存用户的代号，不存姓名和证件。',
  articles: [44],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    REPORTED: { label: '待核实', tone: 'WAITING', awaits: 'OWNER' },
    UPHELD: { label: '已认定，待处理', tone: 'WAITING', awaits: 'OWNER' },
    DISMISSED: { label: '不成立', tone: 'NEUTRAL', final: true },
    PENALIZED: { label: '处理中', tone: 'WARNING' },
    APPEALED: { label: '申诉中', tone: 'WAITING', awaits: 'OWNER' },
    LIFTED: { label: '已解除', tone: 'GOOD', final: true },
    EXPIRED: { label: '已到期', tone: 'NEUTRAL', final: true },
  },
  actions: {
    report: {
      label: '登记违规',
      effect: '等待核实；认定之前不影响用户。',
      from: null,
      to: 'REPORTED',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'CUSTOMER_SERVICE'] }],
      articles: [44],
      duties: ['44.4'],
      fields: {
        userReference: {
          kind: 'text',
          label: '用户代号',
          hint: '平台内的用户编号，不填姓名、手机号和证件号',
          max: 64,
        },
        clause: { kind: 'text', label: '违反的条目', hint: '现行用户规则的条目，例如 第三条', max: 40 },
        facts: { kind: 'text', label: '事实', max: 4000, multiline: true },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
    },
    uphold: {
      label: '认定违规',
      effect: '接着按规则处理。须附有证据。',
      from: ['REPORTED'],
      to: 'UPHELD',
      by: [decider],
      articles: [44],
      duties: ['44.4'],
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      reason: 'OPTIONAL',
    },
    dismiss: {
      label: '不成立',
      effect: '不作处理，办结。',
      from: ['REPORTED'],
      to: 'DISMISSED',
      by: [decider],
      articles: [44],
      duties: ['44.4'],
      reason: 'REQUIRED',
      negative: true,
    },
    penalize: {
      label: '作出处理',
      effect: '处理立即生效，用户状态随之改变；有期限的到期自动解除。给出的申诉码请随通知告知用户。',
      from: ['UPHELD'],
      to: 'PENALIZED',
      by: [decider],
      articles: [44],
      duties: ['44.4'],
      fields: {
        penalty: { kind: 'choice', label: '处理方式', enumName: 'UserPenalty', options: USER_PENALTIES },
        penaltyUntil: {
          kind: 'date',
          label: '处理到哪一天',
          hint: '最后一天（含当日）；不填为没有期限',
          optional: true,
        },
      },
      guards: [isInRules, termIsAhead, warningHasNoTerm],
      reason: 'REQUIRED',
      negative: true,
      starts: [
        {
          name: 'expire',
          title: '处理到期',
          articles: [44],
          owedBy: 'PROJECT_COMPANY',
          until: ({ penaltyUntil }) =>
            penaltyUntil === null ? null : endOfShanghaiDay(penaltyUntil as string),
          action: 'expire',
        },
      ],
    },
    appeal: {
      label: '登记申诉',
      effect: '用户不便自己申诉时由客服代为记下，由没有作出处理的人复核。',
      from: ['PENALIZED'],
      to: 'APPEALED',
      by: [company],
      articles: [44],
      duties: ['44.4'],
      fields: { appeal: APPEAL },
      documents: { OTHER: 'OPTIONAL' },
    },
    appealByUser: {
      label: '用户自己申诉',
      effect: '用户凭编号和申诉码申诉，由没有作出处理的人复核；处理在此期间仍有效。',
      from: ['PENALIZED'],
      to: 'APPEALED',
      by: [{ party: 'SYSTEM' }],
      articles: [44],
      duties: ['44.4'],
      fields: { appeal: APPEAL },
      tells: ['OWNER'],
    },
    keep: {
      label: '维持处理',
      effect: '处理继续有效；理由告知用户。',
      from: ['APPEALED'],
      to: 'PENALIZED',
      by: [decider],
      articles: [44],
      duties: ['44.4'],
      notBy: ['penalize'],
      reason: 'REQUIRED',
      negative: true,
    },
    lift: {
      label: '解除处理',
      effect: '处理立即解除。',
      from: ['PENALIZED', 'APPEALED'],
      to: 'LIFTED',
      by: [decider],
      articles: [44],
      duties: ['44.4'],
      reason: 'REQUIRED',
      ends: ['expire'],
    },
    expire: {
      label: '到期解除',
      effect: '处理的期限到了。',
      from: ['PENALIZED', 'APPEALED'],
      to: 'EXPIRED',
      by: [{ party: 'SYSTEM' }],
      articles: [44],
      duties: ['44.4'],
    },
  },
});
