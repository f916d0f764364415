import { type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readParameters } from '@zgt/runtime/parameters.ts';
import { assessment, begunBy } from '../assessment/actions.ts';
import { ASSESSMENT_INDICATORS, type AssessmentIndicatorName } from '../choices-assessments.ts';
import type { AssessmentSchemeRow, SchemeIndicator } from '../tables-assessments.ts';
import { type AssessmentSchemeFacts, assessmentSchemeLifecycle } from './lifecycle.ts';

const without = ({ indicators }: AssessmentSchemeRow, code: string) =>
  indicators.list.filter(({ indicator }) => indicator !== code);

/** The register of schemes; each belongs to the management unit. */
export const assessmentScheme: Noun<AssessmentSchemeRow, AssessmentSchemeFacts> = noun<
  AssessmentSchemeRow,
  AssessmentSchemeFacts
>({
  lifecycle: assessmentSchemeLifecycle,
  table: 'operations.assessmentScheme',
  numberPrefix: 'KF',
  searchColumns: ['name'],
  title: ({ name }) => name,
  facts: async (db, schemes, _viewer, input, parameters) => {
    const extraIndicators =
      input?.indicator !== undefined &&
      (await (parameters?.() ?? readParameters(db)))['assessment.operation_extra_indicators'] === true;
    return schemes.map(() => ({ extraIndicators }));
  },
  effects: {
    draft: async ({ input }) => ({
      columns: { ...(input as Partial<AssessmentSchemeRow>), indicators: { list: [] } },
    }),
    setIndicator: async ({ record, input }) => {
      const indicator = input.indicator as AssessmentIndicatorName;
      const set: SchemeIndicator = {
        indicator,
        label: (input.label as string | null) ?? ASSESSMENT_INDICATORS[indicator],
        weight: input.weight as number,
        target: input.target as string,
      };
      return { columns: { indicators: { list: [...without(record, indicator), set] } } };
    },
    removeIndicator: async ({ record, input }) => ({
      columns: { indicators: { list: without(record, input.indicator) } },
    }),
    adopt: async ({ record, now, alsoEach, settle }) => {
      await alsoEach(assessmentScheme, { kind: record.kind }, ['IN_FORCE'], 'supersede');
      // One of a kind is in force at a time: the earlier one makes way first.
      await settle();
      return { columns: { inForceAt: now } };
    },
  },
  after: {
    adopt: ({ record, alsoEach }) =>
      alsoEach(assessment, { kind: record.kind }, ['SCHEDULED'], 'begin', begunBy(record)),
  },
});
