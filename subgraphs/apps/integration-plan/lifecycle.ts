import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';
import { INTEGRATION_CATEGORIES } from '../choices.ts';
import { type ExceptionFacts, lacksException } from '../consolidation-exception/in-force.ts';
import type { LegacyFacts } from '../legacy-mobile-app/facts.ts';
import { GOVERNMENT_BODIES } from '../provider.ts';

export interface IntegrationPlanFacts {
  /** The legacy app that the plan is for, or that a new one names. */
  legacyApp: LegacyFacts | null;
  /** The app that the input names. */
  app: AppFacts | null;
  /** The exception that the input names. */
  exception: ExceptionFacts | null;
}

type PlanGuard = Guard<IntegrationPlanFacts>;

const particulars = {
  category: {
    kind: 'choice',
    label: '纳入办法',
    enumName: 'IntegrationCategory',
    options: INTEGRATION_CATEGORIES,
  },
  phase: { kind: 'integer', label: '批次', hint: '第几步', min: 1, max: 20 },
  plannedOn: { kind: 'date', label: '计划完成日期', hint: '到期未完成的，提醒本单位' },
} as const satisfies Fields;

const isFree: PlanGuard = ({ facts: { legacyApp }, input, viewer }) => {
  if (!input) return null;
  const fault =
    legacyApp?.organizationId !== viewer.organizationId
      ? '存量应用：没有这个应用，或它不属于本单位'
      : legacyApp?.state !== 'UNPLANNED'
        ? '存量应用：已有计划、已商定保留或已纳入'
        : null;
  return fault === null ? null : refuse('VALIDATION', { details: [{ path: 'legacyAppId', message: fault }] });
};

const isAhead: PlanGuard = ({ record, input, today }) =>
  input && (input.plannedOn as string) < today && input.plannedOn !== record?.plannedOn
    ? refuse('VALIDATION', {
        details: [{ path: 'plannedOn', message: `计划完成日期：不能早于今天（${today}）` }],
      })
    : null;

/** Article 17: integrated is what is served by a public app of the catalogue, or was closed. */
const isServed: PlanGuard = ({ facts: { app }, record, input }) => {
  if (!input || (record!.category === 'CLOSE' && input.appId === null)) return null;
  return app?.state === 'LISTED' && app.serviceClass === 'PUBLIC'
    ? null
    : refuse('VALIDATION', {
        articles: [17],
        details: [{ path: 'appId', message: '纳入后的应用：须是已上架的公共服务应用' }],
      });
};

const isAgreed: PlanGuard = ({ facts: { exception, legacyApp }, record, input, today }) =>
  input
    ? lacksException(
        exception,
        {
          organizationId: record!.organizationId,
          kind: legacyApp?.disposition === 'NEW_BUILD' ? 'NEW' : 'RETAIN',
        },
        today,
      )
    : null;

const planned: DeadlineRule = {
  name: 'integration',
  title: '完成纳入',
  articles: [17],
  owedBy: 'OWNER',
  until: ({ plannedOn }) => endOfShanghaiDay(plannedOn as string),
};

/** 纳入计划: the step by which a legacy app comes into the platform, with a day on which it is due (article 17). */
export const integrationPlanLifecycle = lifecycle({
  noun: 'IntegrationPlan',
  label: '纳入计划',
  description: '存量应用分步、分类纳入智桂通的计划；过了计划日期没有完成的，提醒本单位和管理单位。',
  articles: [17],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    PLANNED: { label: '已计划', tone: 'NEUTRAL', awaits: 'OWNER' },
    IN_PROGRESS: { label: '进行中', tone: 'WAITING', awaits: 'OWNER' },
    INTEGRATED: { label: '已纳入', tone: 'GOOD', final: true },
    RETAINED: { label: '商定保留', tone: 'GOOD', final: true },
    ABANDONED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    plan: {
      label: '列计划',
      effect: '存量应用列入计划，不再列为未列计划。',
      from: null,
      to: 'PLANNED',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.3'],
      fields: {
        legacyAppId: { kind: 'reference', label: '存量应用', of: 'legacyMobileApps' },
        ...particulars,
      },
      guards: [isFree, isAhead],
      tells: ['MANAGEMENT_UNIT'],
      starts: [planned],
    },
    amend: {
      label: '调整',
      effect: '更新计划，按新的日期计时。',
      from: ['PLANNED', 'IN_PROGRESS'],
      to: null,
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.3'],
      fields: particulars,
      guards: [isAhead],
      reason: 'OPTIONAL',
      tells: ['MANAGEMENT_UNIT'],
      starts: [planned],
    },
    start: {
      label: '开始',
      effect: '标为进行中。',
      from: ['PLANNED'],
      to: 'IN_PROGRESS',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.3'],
    },
    integrate: {
      label: '完成',
      effect: '存量应用已纳入智桂通。',
      from: ['IN_PROGRESS'],
      to: 'INTEGRATED',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.3'],
      fields: {
        appId: {
          kind: 'reference',
          label: '纳入后的应用',
          hint: '已上架的公共服务应用；关停转办的可以不填',
          of: 'apps',
          optional: true,
        },
      },
      guards: [isServed],
      tells: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
    },
    retain: {
      label: '改为保留',
      effect: '凭商定的例外保留，计划结束。',
      from: ['PLANNED', 'IN_PROGRESS'],
      to: 'RETAINED',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.2', '17.3'],
      fields: { exceptionId: { kind: 'reference', label: '商定的例外', of: 'consolidationExceptions' } },
      guards: [isAgreed],
      tells: ['MANAGEMENT_UNIT'],
    },
    abandon: {
      label: '取消',
      effect: '存量应用回到未列计划。',
      from: ['PLANNED', 'IN_PROGRESS'],
      to: 'ABANDONED',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.3'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
  },
});
