import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { COORDINATED_PARTIES } from '../choices-coordination.ts';

export interface CoordinationItemFacts {
  /** The numbers in the input that no body has. */
  unknown: readonly string[];
}

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const bodiesAreKnown: Guard<CoordinationItemFacts> = ({ facts: { unknown }, input }) =>
  !input || unknown.length === 0
    ? null
    : invalid('bodyNumbers', `政府单位的编号：没有 ${unknown.slice(0, 20).join('、')}`);

const someoneTakesPart: Guard = ({ input }) =>
  !input || input.parties !== null || input.bodyNumbers !== null
    ? null
    : invalid('parties', '参与的单位：至少选一个，或填写政府单位的编号');

const dueIsAhead: Guard = ({ input, today }) =>
  input && (input.dueOn as string) < today ? invalid('dueOn', '完成期限：不能早于今天') : null;

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;

/** 协调事项: what the management unit brings the parties together for; only those who take part read it (article 56). */
export const coordinationItemLifecycle = lifecycle({
  noun: 'CoordinationItem',
  label: '协调事项',
  description: '管理单位为做好运维协调各方的事项：参与的单位、期限和进展；只有管理单位和参与的单位可以查看。',
  articles: [56],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    OPEN: { label: '协调中', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    SETTLED: { label: '已办结', tone: 'GOOD', final: true },
    CANCELLED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '发起协调',
      effect: '参与的单位可以查看；期限列入义务日历。',
      from: null,
      to: 'OPEN',
      by: [management],
      articles: [56],
      duties: ['56.2'],
      fields: {
        topic: { kind: 'text', label: '事项', max: 100 },
        content: { kind: 'text', label: '要协调什么', max: 4000, multiline: true },
        parties: {
          kind: 'choices',
          label: '参与的单位',
          enumName: 'CoordinatedParty',
          options: COORDINATED_PARTIES,
          optional: true,
        },
        bodyNumbers: {
          kind: 'texts',
          label: '参与的政府单位',
          hint: '政府单位的编号，每行一个，例如 ZF-2026-000001',
          max: 32,
          maxItems: 200,
          optional: true,
        },
        dueOn: { kind: 'date', label: '完成期限', hint: '最后一天（含当日）' },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [someoneTakesPart, bodiesAreKnown, dueIsAhead],
      starts: [
        {
          name: 'settle',
          title: '办结协调事项',
          articles: [56],
          owedBy: 'MANAGEMENT_UNIT',
          until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
        },
      ],
    },
    recordProgress: {
      label: '记录进展',
      effect: '参与的单位看到进展和督导意见。',
      from: ['OPEN'],
      to: null,
      by: [management],
      articles: [56],
      duties: ['56.2'],
      fields: { progress: { kind: 'text', label: '进展和督导意见', max: 4000, multiline: true } },
    },
    settle: {
      label: '办结',
      effect: '协调完成。',
      from: ['OPEN'],
      to: 'SETTLED',
      by: [management],
      articles: [56],
      duties: ['56.2'],
      fields: { progress: { kind: 'text', label: '结果', max: 4000, multiline: true } },
      ends: ['settle'],
    },
    cancel: {
      label: '取消',
      effect: '不再协调。',
      from: ['OPEN'],
      to: 'CANCELLED',
      by: [management],
      articles: [56],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      ends: ['settle'],
    },
  },
});
