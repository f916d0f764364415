import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Field, Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { TEAM_KINDS, WEEKDAYS, type Weekday } from '../choices-operations.ts';

const particulars = {
  name: { kind: 'text', label: '团队名称', max: 60 },
  lead: { kind: 'text', label: '负责人', max: 30 },
  memberCount: { kind: 'integer', label: '人数', min: 1, max: 10_000, unit: '人' },
  dutyPhone: { kind: 'phone', label: '值守电话', hint: '值守台的电话，不填个人手机' },
  hours: { kind: 'text', label: '服务时间', hint: '例如：每天 8:00 至 22:00', max: 60 },
} as const satisfies Fields;

const roster = Object.fromEntries(
  Object.entries(WEEKDAYS).map(([day, label]) => [
    day,
    { kind: 'text', label, hint: '当天值守的人，几个之间用顿号；没有人值守的不填', max: 100, optional: true },
  ]),
) as Record<Weekday, Field>;

const company = {
  party: 'PROJECT_COMPANY',
  roles: ['HEAD', 'OPERATOR', 'CUSTOMER_SERVICE'],
  own: true,
} as const;

/** 团队: who operates, runs products and serves users, and who is on duty on which day (articles 43, 44 and 58). */
export const teamRecordLifecycle = lifecycle({
  noun: 'TeamRecord',
  label: '团队',
  description: '项目公司为运维、产品运营和客服组建的团队：负责人、值守电话、服务时间和一周的值守表。',
  articles: [43, 44, 58],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    ACTIVE: { label: '在岗', tone: 'GOOD' },
    DISSOLVED: { label: '已撤销', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记团队',
      effect: '团队登记在案；接着填写值守表。',
      from: null,
      to: 'ACTIVE',
      by: [company],
      articles: [43, 44, 58],
      duties: ['44.2', '58.2'],
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'TeamKind', options: TEAM_KINDS },
        ...particulars,
      },
    },
    amend: {
      label: '修改',
      effect: '更新团队情况。',
      from: ['ACTIVE'],
      to: null,
      by: [company],
      articles: [43, 44, 58],
      duties: ['58.2'],
      fields: particulars,
    },
    setRoster: {
      label: '填写值守表',
      effect: '从今天起按这份值守表安排；替代原来的。',
      from: ['ACTIVE'],
      to: null,
      by: [company],
      articles: [58],
      duties: ['58.2'],
      fields: roster,
      guards: [
        ({ input }) =>
          !input || Object.values(input).some((names) => names !== null)
            ? null
            : refuse('VALIDATION', { details: [{ path: 'monday', message: '值守表：至少填写一天' }] }),
      ],
    },
    dissolve: {
      label: '撤销团队',
      effect: '团队不再值守。',
      from: ['ACTIVE'],
      to: 'DISSOLVED',
      by: [company],
      articles: [58],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
    },
  },
});
