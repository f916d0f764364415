import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

/** What may become of the unit once its activities have stopped. */
export const STOP_ORDER_OUTCOMES = {
  WARN: '警告',
  SUSPEND: '暂停授权',
  REVOKE_AUTHORIZATION: '收回品牌授权',
  TERMINATE_AGREEMENT: '终止协议',
} as const;

/** What a disposal is judged by. */
export interface StopOrderFacts {
  /** Until when the unit may still confirm; null once that clock has ended. */
  confirmDueAt: Date | null;
  /** Rule parameter: whether taking back brand authorizations is among the outcomes. */
  revocationAllowed: boolean;
}

const confirmedOrOverdue: Guard<StopOrderFacts> = ({ record, facts, now }) =>
  record?.state === 'ISSUED' && facts.confirmDueAt !== null && now < facts.confirmDueAt
    ? refuse('TOO_EARLY', {
        message: '单位仍在确认停止的时限之内，尚不能处置。',
        articles: [52],
        remedy: '请待单位确认停止，或确认时限届满后再处置。',
      })
    : null;

const basisNamed: Guard = ({ input }) =>
  input && !input.clause ? refuse('BASIS_REQUIRED', { articles: [52] }) : null;

const revocationOpen: Guard<StopOrderFacts> = ({ input, facts }) =>
  input?.outcome === 'REVOKE_AUTHORIZATION' && !facts.revocationAllowed
    ? refuse('VALIDATION', {
        articles: [52],
        details: [{ path: 'outcome', message: '处置：现行参数不允许以收回授权作为叫停的处置' }],
      })
    : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'BRAND_MANAGER'] } as const;
const addressee = { party: 'ECOSYSTEM_UNIT', own: true } as const;

/** 叫停令: the unit's brand stops the moment it is issued; what follows needs a clause of the agreement (article 52). */
export const stopOrderLifecycle = lifecycle({
  noun: 'StopOrder',
  label: '叫停令',
  description:
    '生态单位越权经营或擅用品牌造成不良影响时，项目公司责令停止：品牌授权即时暂停，再依协议条款处置。',
  articles: [52],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    ISSUED: { label: '已下达', tone: 'BAD', awaits: 'OWNER' },
    CONFIRMED: { label: '已确认停止', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    DISPOSED: { label: '已处置', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    CLOSED: { label: '已关闭', tone: 'NEUTRAL', final: true },
  },
  actions: {
    issue: {
      label: '叫停',
      effect: '单位须立即停止所列活动，生效中的品牌授权同时暂停；关闭之前不能开展新的商业活动。',
      from: null,
      to: 'ISSUED',
      by: [company],
      articles: [52],
      duties: ['52.2'],
      fields: {
        ecosystemUnitId: { kind: 'reference', label: '生态单位', of: 'ecosystemUnits' },
        activities: { kind: 'texts', label: '须停止的活动', hint: '每行一项', max: 100, maxItems: 20 },
        adverseEffect: { kind: 'text', label: '不良影响', max: 1000, multiline: true },
      },
      reason: 'REQUIRED',
      documents: { EVIDENCE: 'REQUIRED', OTHER: 'OPTIONAL' },
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      starts: [
        {
          name: 'confirm',
          title: '停止活动并确认',
          articles: [52],
          owedBy: 'OWNER',
          parameter: 'stop_order.handling_minutes',
        },
      ],
    },
    confirm: {
      label: '确认已停止',
      effect: '告知项目公司所列活动已经停止，等待处置。',
      from: ['ISSUED'],
      to: 'CONFIRMED',
      by: [addressee],
      articles: [52],
      duties: ['52.2'],
      fields: { confirmation: { kind: 'text', label: '停止情况', max: 1000, multiline: true } },
      tells: ['PROJECT_COMPANY'],
      ends: ['confirm'],
    },
    dispose: {
      label: '处置',
      effect: '依协议条款作出处置；收回授权或终止协议的，立即执行且不可恢复。',
      from: ['ISSUED', 'CONFIRMED'],
      to: 'DISPOSED',
      by: [company],
      articles: [52],
      duties: ['52.2'],
      reason: 'OPTIONAL',
      fields: {
        clause: {
          kind: 'text',
          label: '所依据的协议条款',
          hint: '例如：协议第 8 条',
          min: 0,
          max: 200,
          optional: true,
        },
        outcome: {
          kind: 'choice',
          label: '处置',
          enumName: 'StopOrderOutcome',
          options: STOP_ORDER_OUTCOMES,
        },
      },
      guards: [confirmedOrOverdue, basisNamed, revocationOpen],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      ends: ['confirm'],
    },
    close: {
      label: '关闭',
      effect: '叫停令了结；仍暂停的品牌授权由项目公司逐项恢复。',
      from: ['DISPOSED'],
      to: 'CLOSED',
      by: [company],
      articles: [52],
      duties: ['52.2'],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
