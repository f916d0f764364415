import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { USER_PENALTIES, USER_RULE_KINDS, type UserPenalty } from '../choices-conduct.ts';
import type { PenaltyClause } from '../tables-conduct.ts';

export interface UserRuleFacts {
  /** The penalties that the rule parameters admit. */
  admitted: readonly UserPenalty[];
}

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });
const clausesOf = (record: Row | null) => (record!.clauses as { list: PenaltyClause[] }).list;

const penaltiesAreAdmitted: Guard<UserRuleFacts> = ({ facts: { admitted }, input }) => {
  const barred = ((input?.penalties as UserPenalty[] | undefined) ?? []).filter(
    (one) => !admitted.includes(one),
  );
  return barred.length === 0
    ? null
    : invalid('penalties', `处理方式：现在不允许使用${barred.map((one) => USER_PENALTIES[one]).join('、')}`);
};

const hasClause: Guard = ({ record, input }) =>
  !input || clausesOf(record).some(({ clause }) => clause === input.clause)
    ? null
    : invalid('clause', '条目：规则里没有这一条');

/** Article 44: what is told to users was guided before; guidance is no veto. */
const isGuided: Guard = ({ record }) =>
  record!.state === 'GUIDED'
    ? null
    : refuse('APPROVAL_REQUIRED', {
        message: '还没有取得管理单位的指导意见，不能发布。',
        articles: [44],
        remedy: '请先提请指导，收到指导意见之后再发布；指导不是批准，不作否决。',
      });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const text = {
  name: { kind: 'text', label: '名称', max: 100 },
  versionText: { kind: 'text', label: '版本', hint: '例如 2026 年第 1 版', max: 40 },
  body: { kind: 'text', label: '正文', max: 20_000, multiline: true },
} as const satisfies Fields;
const clause = { kind: 'text', label: '条目', hint: '例如 第三条', max: 40 } as const;

/** 用户规则: made by the company under guidance, shown to everyone; penalties rest on it (article 44). */
export const userRuleLifecycle = lifecycle({
  noun: 'UserRule',
  label: '用户规则',
  description:
    '项目公司制定的用户协议和用户管理规定：取得管理单位的指导意见之后公布；新版公布，同种类的旧版停用。规定写明每一条违规可以怎样处理。',
  articles: [44],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['IN_FORCE'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'OWNER' },
    UNDER_GUIDANCE: { label: '待指导', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    GUIDED: { label: '已指导，待公布', tone: 'GOOD', awaits: 'OWNER' },
    IN_FORCE: { label: '现行', tone: 'GOOD' },
    SUPERSEDED: { label: '已停用', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草',
      effect: '建立草稿，再逐条写明违规可以怎样处理。',
      from: null,
      to: 'DRAFT',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] }],
      articles: [44],
      duties: ['44.3'],
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'UserRuleKind', options: USER_RULE_KINDS },
        ...text,
      },
    },
    amend: {
      label: '修改',
      effect: '更新草稿；指导之后修改的，须重新提请指导。',
      from: ['DRAFT', 'UNDER_GUIDANCE', 'GUIDED'],
      to: 'DRAFT',
      by: [company],
      articles: [44],
      duties: ['44.3'],
      fields: text,
    },
    setClause: {
      label: '设定处理方式',
      effect: '写明这一条违规可以怎样处理；已有的改为新的。',
      from: ['DRAFT'],
      to: null,
      by: [company],
      articles: [44],
      duties: ['44.3'],
      fields: {
        clause,
        behaviour: { kind: 'text', label: '违规行为', max: 300 },
        penalties: {
          kind: 'choices',
          label: '可以怎样处理',
          enumName: 'UserPenalty',
          options: USER_PENALTIES,
        },
      },
      guards: [penaltiesAreAdmitted],
    },
    removeClause: {
      label: '移除处理方式',
      effect: '去掉这一条。',
      from: ['DRAFT'],
      to: null,
      by: [company],
      articles: [44],
      duties: [],
      fields: { clause },
      guards: [hasClause],
    },
    requestGuidance: {
      label: '提请指导',
      effect: '送管理单位指导。',
      from: ['DRAFT'],
      to: 'UNDER_GUIDANCE',
      by: [company],
      articles: [44],
      duties: ['44.3'],
      tells: ['MANAGEMENT_UNIT'],
    },
    giveGuidance: {
      label: '给出指导意见',
      effect: '指导意见附在规则上，项目公司可以公布或再修改。',
      from: ['UNDER_GUIDANCE'],
      to: 'GUIDED',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] }],
      articles: [44],
      duties: ['44.3'],
      fields: { guidance: { kind: 'text', label: '指导意见', max: 4000, multiline: true } },
      tells: ['OWNER'],
    },
    publish: {
      label: '公布',
      effect: '立即对所有人公开并生效，同种类的旧版停用。',
      from: ['DRAFT', 'UNDER_GUIDANCE', 'GUIDED'],
      to: 'IN_FORCE',
      by: [company],
      articles: [44],
      duties: ['44.3'],
      guards: [isGuided],
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
    },
    supersede: {
      label: '停用',
      effect: '由新版代替。',
      from: ['IN_FORCE'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: [44],
      duties: [],
    },
  },
});
