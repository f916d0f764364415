import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { COOPERATION_KINDS } from '../choices-coordination.ts';
import { bodyIsKnown } from '../government-body/guard.ts';

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const bodies = (['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const).map(
  (party) => ({ party, own: true }) as const,
);

/** 配合事项: what the company asks a government body to do for operation, and what became of it (article 25). */
export const cooperationItemLifecycle = lifecycle({
  noun: 'CooperationItem',
  label: '配合事项',
  description: '项目公司请各地各部门配合运营的事项：宣传推广、服务供给、电子凭证等；由该单位办理并答复结果。',
  articles: [25],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    OPEN: { label: '待配合', tone: 'WAITING', awaits: 'OWNER' },
    DONE: { label: '已完成', tone: 'GOOD', final: true },
    NOT_DONE: { label: '不能配合', tone: 'WARNING', final: true },
    CANCELLED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '提出配合事项',
      effect: '该单位收到通知；写了期限的列入它的义务日历。',
      from: null,
      to: 'OPEN',
      by: [company],
      articles: [25],
      duties: ['25.1'],
      fields: {
        governmentBodyId: { kind: 'reference', label: '请哪个单位配合', of: 'governmentBodies' },
        kind: { kind: 'choice', label: '种类', enumName: 'CooperationItemKind', options: COOPERATION_KINDS },
        heading: { kind: 'text', label: '事项', max: 100 },
        demand: { kind: 'text', label: '请求', max: 4000, multiline: true },
        dueOn: { kind: 'date', label: '希望完成的日期', optional: true },
      },
      guards: [bodyIsKnown],
      tells: ['OWNER'],
      starts: [
        {
          name: 'cooperate',
          title: '答复配合事项',
          articles: [25],
          owedBy: 'OWNER',
          until: ({ dueOn }) => (dueOn === null ? null : endOfShanghaiDay(dueOn as string)),
        },
      ],
    },
    finish: {
      label: '已完成',
      effect: '项目公司和管理单位看到结果。',
      from: ['OPEN'],
      to: 'DONE',
      by: bodies,
      articles: [25],
      duties: ['25.1'],
      fields: { result: { kind: 'text', label: '结果', max: 4000, multiline: true } },
      tells: ['PROJECT_COMPANY'],
      ends: ['cooperate'],
    },
    decline: {
      label: '不能配合',
      effect: '项目公司和管理单位看到原因。',
      from: ['OPEN'],
      to: 'NOT_DONE',
      by: bodies,
      articles: [25],
      duties: ['25.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      ends: ['cooperate'],
    },
    cancel: {
      label: '取消',
      effect: '不再需要配合。',
      from: ['OPEN'],
      to: 'CANCELLED',
      by: [company],
      articles: [25],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
      ends: ['cooperate'],
    },
  },
});
