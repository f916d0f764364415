import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { PARTY_KINDS } from '@zgt/schema/parties.ts';

const members = PARTY_KINDS.map((party) => ({ party, own: true }) as const);

const byAPerson: Guard = ({ viewer }) =>
  viewer.accountId !== null
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '日历订阅是给人看的，只能由人登录后建立和取消。',
        articles: [68],
        remedy: '请由本单位成员登录后办理；程序请直接查询 dutyCalendar。',
      });

/** Whoever made it takes it back; so does the head of the organisation. */
const isOwnOrHead: Guard = ({ record, viewer }) =>
  !record || record.accountId === viewer.accountId || viewer.roles.includes('HEAD')
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '日历订阅只能由建立它的人或本单位负责人取消。',
        articles: [68],
        remedy: '请联系建立它的人或本单位负责人。',
      });

/** 日历订阅: an address of one's own at which calendar programs read the duties of one's organisation (articles 47, 50, 53 and 62). */
export const calendarFeedLifecycle = lifecycle({
  noun: 'CalendarFeed',
  label: '日历订阅',
  description:
    '在手机和电脑的日历里看本单位的义务：每次建立得到一个只属于自己的地址，离开单位或取消之后立即失效。地址只显示一次，系统只保存其摘要。',
  articles: [47, 50, 53, 62],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    ACTIVE: { label: '有效', tone: 'GOOD' },
    REVOKED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    subscribe: {
      label: '建立日历订阅',
      effect: '给出订阅地址。知道地址的人都能看到本单位的义务，请不要转给别人；地址只显示这一次。',
      from: null,
      to: 'ACTIVE',
      by: members,
      articles: [47, 50, 53, 62],
      duties: [],
      fields: {
        device: { kind: 'text', label: '用在哪里', hint: '例如：我的手机', max: 60 },
      },
      guards: [byAPerson],
    },
    revoke: {
      label: '取消订阅',
      effect: '地址立即失效且不可恢复。',
      from: ['ACTIVE'],
      to: 'REVOKED',
      by: members,
      articles: [68],
      duties: [],
      guards: [byAPerson, isOwnOrHead],
      negative: true,
    },
  },
});
