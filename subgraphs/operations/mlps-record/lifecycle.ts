import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { COMPANY_SECURITY } from '../safety-parties.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

/** What an assessment is judged by: the platform, and the level that is asked for (0 when none is). */
export interface MlpsRecordFacts {
  platform: KnownRecord | null;
  leastLevel: number;
}

type MlpsGuard = Guard<MlpsRecordFacts>;

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const platformIsKnown: MlpsGuard = ({ facts, input }) =>
  !input || facts.platform?.noun === 'SystemPlatform'
    ? null
    : wrong('platformId', '平台：没有这条记录，请从列表中选择');

const levelIsHigh: MlpsGuard = ({ facts, input }) =>
  input && (input.level as number) < facts.leastLevel
    ? refuse('LEVEL_TOO_LOW', {
        articles: [23, 64],
        details: [{ path: 'level', message: `等级：至少为 ${facts.leastLevel} 级` }],
      })
    : null;

const datesAreSound: Guard = ({ input, today }) =>
  !input
    ? null
    : (input.assessedOn as string) > today
      ? wrong('assessedOn', '测评日期：不能晚于今天')
      : (input.nextOn as string) <= (input.assessedOn as string)
        ? wrong('nextOn', '下次测评日期：须晚于测评日期')
        : null;

const contactOfCii: Guard = ({ input }) =>
  input && input.isCii === true && input.ciiContact === null
    ? wrong('ciiContact', '保护工作联系人：属于关键信息基础设施的必填')
    : null;

const assessment = {
  level: { kind: 'integer', label: '等级', min: 1, max: 5, unit: '级' },
  filingNumber: { kind: 'text', label: '等保备案编号', max: 60 },
  agency: { kind: 'text', label: '测评机构', max: 100 },
  assessedOn: { kind: 'date', label: '测评日期' },
  nextOn: { kind: 'date', label: '下次测评日期' },
  isCii: { kind: 'accept', label: '属于关键信息基础设施', optional: true },
  ciiContact: {
    kind: 'text',
    label: '保护工作联系人',
    hint: '属于关键信息基础设施的必填：岗位或部门',
    max: 100,
    optional: true,
  },
} as const satisfies Fields;

const CLOCKS: readonly DeadlineRule[] = [
  {
    name: 'reassess',
    title: '按期复评等级保护',
    articles: [64],
    owedBy: 'OWNER',
    until: ({ nextOn }) => endOfShanghaiDay(nextOn as string),
  },
  {
    name: 'reminder',
    title: '等级保护复评临近',
    articles: [64],
    owedBy: 'OWNER',
    parameter: 'compliance.mlps_reassessment_reminder_days',
    before: ({ nextOn }) => nextOn as string,
  },
];

/** 等级保护与关键信息基础设施: the assessment of each platform, and when the next is due (article 64). */
export const mlpsRecordLifecycle = lifecycle({
  noun: 'MlpsRecord',
  label: '等级保护',
  description:
    '平台的等级保护测评、密码应用安全性评估和关键信息基础设施保护情况；下次测评之前提醒，逾期标出。',
  articles: [23, 64],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    KEPT: { label: '有效', tone: 'GOOD' },
    ENDED: { label: '平台已停用', tone: 'NEUTRAL', final: true },
  },
  actions: {
    keep: {
      label: '登记测评',
      effect: '测评结果留存；下次测评之前提醒。',
      from: null,
      to: 'KEPT',
      by: [COMPANY_SECURITY],
      articles: [23, 64],
      duties: ['64.2', '23.4'],
      fields: { platformId: { kind: 'reference', label: '平台', of: 'systemPlatforms' }, ...assessment },
      documents: { SECURITY_TEST_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [platformIsKnown, levelIsHigh, datesAreSound, contactOfCii],
      tells: ['OWNER_UNIT'],
      starts: CLOCKS,
    },
    reassess: {
      label: '登记复评',
      effect: '以新的测评为准；期限重新计算。',
      from: ['KEPT'],
      to: null,
      by: [COMPANY_SECURITY],
      articles: [23, 64],
      duties: ['64.2', '23.4'],
      fields: assessment,
      documents: { SECURITY_TEST_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [levelIsHigh, datesAreSound, contactOfCii],
      tells: ['OWNER_UNIT'],
      starts: CLOCKS,
    },
    end: {
      label: '平台已停用',
      effect: '不再提醒复评。',
      from: ['KEPT'],
      to: 'ENDED',
      by: [COMPANY_SECURITY],
      articles: [64],
      duties: [],
      reason: 'REQUIRED',
    },
  },
});
