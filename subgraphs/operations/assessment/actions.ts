import { addDays, addMonths } from '@zgt/runtime/calendar/work-calendar.ts';
import type { Tx } from '@zgt/runtime/database/open.ts';
import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { schemeInForce } from '../assessment-scheme/store.ts';
import { ASSESSMENT_KINDS, type AssessmentKind, COMPUTED_BY } from '../choices-assessments.ts';
import { rectification } from '../rectification/actions.ts';
import type { AssessedIndicator, AssessmentRow, AssessmentSchemeRow } from '../tables-assessments.ts';
import { type AssessmentFacts, assessmentLifecycle } from './lifecycle.ts';
import { lastMetrics, openedYears, yearFigures } from './store.ts';
import { figureTexts } from './year-figures.ts';

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

type Indicators = AssessmentRow['indicators'];

/** The indicators with what the registers tell of the year now (articles 15 and 56). */
async function withFigures(tx: Tx<any>, { list }: Indicators, year: number, now: Date): Promise<Indicators> {
  const figureOf = ({ indicator }: AssessedIndicator) => {
    const source = COMPUTED_BY[indicator];
    return source && 'figure' in source ? source.figure : null;
  };
  if (!list.some(figureOf)) return { list };
  const texts = figureTexts(await yearFigures(tx, year, now));
  return {
    list: list.map((one) => {
      const figure = figureOf(one);
      return figure === null ? one : { ...one, value: texts[figure] };
    }),
  };
}

/** Articles 15, 24 and 56 as the draft details them: who falls short mends within months of being told. */
async function orderToMend(given: Given<AssessmentRow>): Promise<{ rectificationNumber: string } | null> {
  const { record, parameters, today, create } = given;
  if (record.outcome !== 'BELOW_TARGET' || parameters['assessment.rectification_enabled'] !== true)
    return null;
  const { number, kind, year, totalScore, passingScore, comment, indicators } = record;
  const weak = indicators.list.filter(({ score }) => score! < passingScore!);
  const { number: rectificationNumber } = await create(
    rectification,
    'open',
    {
      kind: 'ASSESSMENT',
      cause: 'DEFECT',
      issuedBy: 'MANAGEMENT_UNIT',
      findings: `${year} 年度${ASSESSMENT_KINDS[kind]}得 ${totalScore} 分，达标分为 ${passingScore} 分。${comment ?? ''}`,
      demands: `请改进后达到方案的目标。低于达标分的指标：${weak.map(({ label, target, score }) => `${label}（得 ${score} 分，目标：${target}）`).join('；') || '无'}。`,
      dueOn: addMonths(today, numberParameter(parameters, 'assessment.rectification_months')),
      sourceNoun: 'Assessment',
      sourceId: record.id,
      sourceNumber: number,
    },
    record.organizationId,
  );
  return { rectificationNumber };
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
    open: async ({ tx, input, parameters, now }) => {
      const company = await singletonOf(tx, 'PROJECT_COMPANY');
      if (!company)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: '', message: '还没有登记项目公司，没有可以考核的对象' }],
          }),
        };
      const kind = input.kind as AssessmentKind;
      const year = input.year as number;
      const firstOfNextYear = `${year + 1}-01-01`;
      const scheme = await schemeInForce(tx, kind);
      const begun = scheme && begunBy(scheme);
      return {
        columns: {
          kind,
          year,
          organizationId: company.id,
          dueOn: addDays(addMonths(firstOfNextYear, numberParameter(parameters, 'assessment.due_month')), -1),
          indicators: { list: [] },
          ...(begun && { ...begun, indicators: await withFigures(tx, begun.indicators, year, now) }),
        },
        state: scheme ? 'COLLECTING' : 'SCHEDULED',
      };
    },
    begin: async ({ tx, record, input, now }) => ({
      columns: {
        ...(input as Partial<AssessmentRow>),
        indicators: await withFigures(tx, input.indicators, record.year, now),
      },
    }),
    enterValue: async ({ record, input }) => ({
      columns: changed(record, input.indicator, { value: input.value as string }),
    }),
    submit: async ({ tx, record, facts, now }) => {
      const { metrics } = facts as AssessmentFacts;
      const list = record.indicators.list.map((one) => {
        const source = COMPUTED_BY[one.indicator];
        return source && 'metric' in source ? { ...one, value: String(metrics[source.metric]) } : one;
      });
      return { columns: { indicators: await withFigures(tx, { list }, record.year, now) } };
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
    confirm: async (given) => ({ columns: { ...(await orderToMend(given)) } }),
    reopen: async () => ({ columns: { totalScore: null, outcome: null, comment: null } }),
  },
});
