import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

const replyIsAhead: Guard = ({ input, today }) =>
  input && (input.replyBy as string) < today
    ? refuse('VALIDATION', { details: [{ path: 'replyBy', message: '答复期限：不能早于今天' }] })
    : null;

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const bodies = (['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const).map(
  (party) => ({ party, own: true }) as const,
);

/** 接入监管记分: how far each government body has come in a quarter, and what the management unit says of it (article 22). */
export const accessScorecardLifecycle = lifecycle({
  noun: 'AccessScorecard',
  label: '接入监管记分',
  description:
    '每季度末由系统从登记的事实算出各地各部门的接入、功能拓展和服务质量；管理单位可以提出监管意见并限期答复。本单位看自己的，自治区级部门还看本条线的，其他单位看不到。',
  articles: [22, 25],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    ISSUED: { label: '已生成', tone: 'NEUTRAL' },
    OPINION_GIVEN: { label: '待答复', tone: 'WAITING', awaits: 'OWNER' },
    REPLIED: { label: '已答复', tone: 'GOOD' },
  },
  actions: {
    issue: {
      label: '生成',
      effect: '季度结束时由系统算出。',
      from: null,
      to: 'ISSUED',
      by: [{ party: 'SYSTEM' }],
      articles: [22],
      duties: ['22', '25.1'],
      tells: ['OWNER'],
    },
    giveOpinion: {
      label: '提出监管意见',
      effect: '该单位收到意见，应在期限内答复。',
      from: ['ISSUED', 'REPLIED'],
      to: 'OPINION_GIVEN',
      by: [management],
      articles: [22],
      duties: ['22'],
      fields: {
        opinion: { kind: 'text', label: '监管意见', max: 4000, multiline: true },
        replyBy: { kind: 'date', label: '答复期限', hint: '最后一天（含当日）' },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [replyIsAhead],
      tells: ['OWNER'],
      starts: [
        {
          name: 'reply',
          title: '答复监管意见',
          articles: [22],
          owedBy: 'OWNER',
          until: ({ replyBy }) => endOfShanghaiDay(replyBy as string),
        },
      ],
    },
    reply: {
      label: '答复',
      effect: '管理单位收到答复。',
      from: ['OPINION_GIVEN'],
      to: 'REPLIED',
      by: bodies,
      articles: [22],
      duties: ['22'],
      fields: { reply: { kind: 'text', label: '答复', max: 4000, multiline: true } },
      documents: { OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT'],
      ends: ['reply'],
    },
  },
});
