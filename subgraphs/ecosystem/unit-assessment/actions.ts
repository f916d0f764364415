import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { publishStanding } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { UNIT_SCHEME_VERSION, unitGrade, unitTotal } from '@zgt/schema/measure/unit-assessment.ts';
import type { UnitAssessmentRow } from '../tables.ts';
import { unitAssessmentLifecycle } from './lifecycle.ts';

/** The scores as given, with the total and the grade that they make. */
function scored(input: Given['input']): Partial<UnitAssessmentRow> {
  const given = input as UnitAssessmentRow;
  const totalScore = unitTotal(given as never);
  return { ...given, totalScore, grade: unitGrade(totalScore) };
}

/** What stands of a unit's year is there for apps and for its exit to judge by (articles 40 and 42). */
function publishGrade(given: Given<UnitAssessmentRow>): void {
  const { organizationId, number, year, totalScore, grade } = given.record;
  publishStanding(given, organizationId, 'UNIT_ASSESSMENT', {
    state: grade!,
    scope: { number, year, totalScore },
    validUntil: null,
  });
}

/** The register of the yearly assessments of units; each belongs to the unit. */
export const unitAssessment = noun<UnitAssessmentRow>({
  lifecycle: unitAssessmentLifecycle,
  table: 'ecosystem.unitAssessment',
  numberPrefix: 'DK',
  searchColumns: ['unitName'],
  title: ({ unitName, year }) => `${unitName} ${year} 年度考核`,
  effects: {
    open: async ({ input }) => ({
      columns: { ...(input as Partial<UnitAssessmentRow>), schemeVersion: UNIT_SCHEME_VERSION },
    }),
    score: async ({ input }) => ({ columns: scored(input) }),
    publish: async ({ runtime, parameters, today }) => ({
      columns: {
        appealBy: runtime
          .calendar()
          .nthWorkingDayAfter(numberParameter(parameters, 'unit.assessment_appeal_working_days'), today).date,
      },
    }),
    correct: async ({ input, reason }) => ({ columns: { ...scored(input), answer: reason } }),
    uphold: async ({ reason }) => ({ columns: { answer: reason } }),
  },
  after: { correct: publishGrade, uphold: publishGrade, confirm: publishGrade },
});
