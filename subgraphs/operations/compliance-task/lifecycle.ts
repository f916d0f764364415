import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import { CRYPTO_CONCLUSIONS } from '../choices-safety.ts';
import { COMPANY_SECURITY } from '../safety-parties.ts';

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const isCrypto: Guard = ({ record }) =>
  record!.kind === 'CRYPTO'
    ? null
    : refuse('VALIDATION', {
        message: '等级保护测评不在这里登记。',
        articles: [23],
        remedy: '请在“等级保护”中登记测评；达到要求的等级，这一任务即完成。',
      });

const hasPassed: Guard = ({ input }) =>
  input?.conclusion === 'NOT_CONFORMING'
    ? refuse('LEVEL_TOO_LOW', {
        details: [{ path: 'conclusion', message: '结论：须为符合或基本符合；不符合的，请整改之后重新评估' }],
      })
    : null;

const isOver: Guard = ({ input, today }) =>
  input && (input.assessedOn as string) > today ? wrong('assessedOn', '评估日期：不能晚于今天') : null;

const isDue = ({ state }: Row) => state === 'DUE';

const reminder = (order: string, parameter: RuleParameterName): DeadlineRule => ({
  name: order,
  title: '等保或密评期限临近',
  articles: [23],
  when: isDue,
  owedBy: 'PROJECT_COMPANY',
  parameter,
  before: ({ dueOn }) => dueOn as string,
});

const CLOCKS: readonly DeadlineRule[] = [
  {
    name: 'pass',
    title: '完成等保或密评',
    articles: [23],
    when: isDue,
    owedBy: 'PROJECT_COMPANY',
    until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
  },
  reminder('firstReminder', 'compliance.first_reminder_days'),
  reminder('secondReminder', 'compliance.second_reminder_days'),
  reminder('lastReminder', 'compliance.last_reminder_days'),
];

/** 测评任务: what a platform has to pass within a year of going live; late is shown and stops nothing (article 23). */
export const complianceTaskLifecycle = lifecycle({
  noun: 'ComplianceTask',
  label: '测评任务',
  description:
    '系统平台上线之后须在期限内通过等级保护测评和密码应用安全性评估：上线时自动生成，期限之前三次提醒，逾期标出并告知管理单位，不影响平台运行。',
  articles: [23],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    DUE: { label: '待完成', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    DONE: { label: '已完成', tone: 'GOOD', final: true },
    LAPSED: { label: '平台已下线', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '生成',
      effect: '平台已上线，请在期限内通过测评；之前已经登记的达标测评算数。',
      from: null,
      to: 'DUE',
      orTo: 'DONE',
      by: [{ party: 'SYSTEM' }],
      articles: [23],
      duties: ['23.4'],
      tells: ['PROJECT_COMPANY'],
      starts: CLOCKS,
    },
    fulfil: {
      label: '由等级保护测评完成',
      effect: '达到要求等级的测评已经登记，任务完成。',
      from: ['DUE'],
      to: 'DONE',
      by: [{ party: 'SYSTEM' }],
      articles: [23],
      duties: ['23.4'],
      tells: ['MANAGEMENT_UNIT'],
    },
    passCrypto: {
      label: '登记密评结果',
      effect: '评估结果存档，任务完成。',
      from: ['DUE'],
      to: 'DONE',
      by: [COMPANY_SECURITY],
      articles: [23],
      duties: ['23.4'],
      fields: {
        agency: { kind: 'text', label: '评估机构', max: 100 },
        assessedOn: { kind: 'date', label: '评估日期' },
        conclusion: {
          kind: 'choice',
          label: '结论',
          enumName: 'CryptoConclusion',
          options: CRYPTO_CONCLUSIONS,
        },
      },
      documents: { CRYPTO_ASSESSMENT_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [isCrypto, hasPassed, isOver],
      tells: ['MANAGEMENT_UNIT'],
    },
    lapse: {
      label: '平台已下线',
      effect: '平台不再运行，任务不再要求。',
      from: ['DUE'],
      to: 'LAPSED',
      by: [{ party: 'SYSTEM' }],
      articles: [23],
      duties: ['23.4'],
    },
  },
});
