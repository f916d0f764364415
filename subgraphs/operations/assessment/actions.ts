import { addDays, addMonths } from '@zgt/runtime/calendar/work-calendar.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { schemeInForce } from '../assessment-scheme/store.ts';
import { ASSESSMENT_KINDS, type AssessmentKind, COMPUTED_BY } from '../choices-assessments.ts';
import type { AssessedIndicator, AssessmentRow, AssessmentSchemeRow } from '../tables-assessments.ts';
import { type AssessmentFacts, assessmentLifecycle } from './lifecycle.ts';
import { lastMetrics, openedYears } from './store.ts';

/** What an assessment takes from the scheme that it goes by; a later scheme does not change it. */
export function begunBy({
  number,
  passingScore,
  indicators,
}: Pick<AssessmentSchemeRow, 'number' | 'passingScore' | 'indicators'>) {
  const list = indicators.list.map(
    (one): AssessedIndicator => ({ ...one, value: null, score: null, remark: null }),
  );
  return { schemeNumber: number, passingScore, indicators: { list } };
}

const changed = ({ indicators }: AssessmentRow, code: string, more: Partial<AssessedIndicator>) => ({
  indicators: { list: indicators.list.map((one) => (one.indicator === code ? { ...one, ...more } : one)) },
});

/** The points of a hundred that the indicators make by their weights (articles 15, 24 and 56). */
export function totalOf(indicators: readonly AssessedIndicator[]): number {
  return Math.round(indicators.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0) / 100);
}

/** The register of yearly assessments; each belongs to the project company. */
export const assessment = noun<AssessmentRow, AssessmentFacts>({
  lifecycle: assessmentLifecycle,
  table: 'operations.assessment',
  numberPrefix: 'KH',
  title: ({ kind, year }) => `${year} 年度${ASSESSMENT_KINDS[kind]}`,
  facts: async (db, assessments, _viewer, input) => {
    const isOpened =
      input?.year !== undefined &&
      (await openedYears(db)).has(`${input.kind as AssessmentKind} ${input.year as number}`);
    const metrics = await lastMetrics(
      db,
      assessments.flatMap((one) => (one?.state === 'COLLECTING' ? [one.year] : [])),
    );
    return assessments.map((one) => ({ isOpened, metrics: (one && metrics.get(one.year)) ?? {} }));
  },
  effects: {
    open: async ({ tx, input, parameters }) => {
      const company = await singletonOf(tx, 'PROJECT_COMPANY');
      if (!company)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: '', message: '还没有登记项目公司，没有可以考核的对象' }],
          }),
        };
      const kind = input.kind as AssessmentKind;
      const firstOfNextYear = `${(input.year as number) + 1}-01-01`;
      const scheme = await schemeInForce(tx, kind);
      return {
        columns: {
          kind,
          year: input.year as number,
          organizationId: company.id,
          dueOn: addDays(addMonths(firstOfNextYear, numberParameter(parameters, 'assessment.due_month')), -1),
          indicators: { list: [] },
          ...(scheme && begunBy(scheme)),
        },
        state: scheme ? 'COLLECTING' : 'SCHEDULED',
      };
    },
    enterValue: async ({ record, input }) => ({
      columns: changed(record, input.indicator, { value: input.value as string }),
    }),
    submit: async ({ record, facts }) => {
      const { metrics } = facts as AssessmentFacts;
      const list = record.indicators.list.map((one) => {
        const metric = COMPUTED_BY[one.indicator];
        return metric === undefined ? one : { ...one, value: String(metrics[metric]) };
      });
      return { columns: { indicators: { list } } };
    },
    scoreIndicator: async ({ record, input }) => ({
      columns: changed(record, input.indicator, {
        score: input.score as number,
        remark: input.remark as string | null,
      }),
    }),
    score: async ({ record, input }) => {
      const totalScore = totalOf(record.indicators.list);
      return {
        columns: {
          comment: input.comment as string,
          totalScore,
          outcome: totalScore < record.passingScore! ? 'BELOW_TARGET' : 'PASSED',
        },
      };
    },
    reopen: async () => ({ columns: { totalScore: null, outcome: null, comment: null } }),
  },
});
