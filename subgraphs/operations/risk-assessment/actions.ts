import { addDays, addMonths } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { publishStanding } from '@zgt/runtime/organizations.ts';
import { numberParameter, type ParameterValues } from '@zgt/runtime/parameters.ts';
import { safetyStanding } from '@zgt/runtime/safety-standing.ts';
import { rectification } from '../rectification/actions.ts';
import type { RiskAssessmentRow } from '../tables-safety.ts';
import { riskAssessmentLifecycle } from './lifecycle.ts';

const dueOn = (parameters: ParameterValues, from: string): string =>
  addMonths(from, numberParameter(parameters, 'risk_assessment.period_months'));

/** New versions of an app are judged by when its next assessment is due (article 67). */
function publish(given: Given<RiskAssessmentRow>): void {
  const { appId, organizationId, state, dueOn: due } = given.record;
  publishStanding(given, organizationId, safetyStanding('RISK_ASSESSMENT', appId), {
    state,
    scope: { appId, dueOn: due },
    validUntil: null,
  });
}

/** Article 67: the provider that let its assessment go by for long is ordered to make it, in the company's name. */
async function orderToAssess(given: Given<RiskAssessmentRow>): Promise<void> {
  const { record, parameters, today, create } = given;
  await create(
    rectification,
    'open',
    {
      kind: 'SECURITY',
      cause: 'DEFECT',
      issuedBy: 'PROJECT_COMPANY',
      findings: `应用“${record.appName}”的风险评估应于 ${record.dueOn} 前完成，至今没有提交。`,
      demands: '完成风险评估并提交报告，对发现的风险采取措施。',
      dueOn: addDays(today, numberParameter(parameters, 'risk_assessment.rectification_days')),
      sourceNoun: 'RiskAssessment',
      sourceId: record.id,
      sourceNumber: record.number,
    },
    record.organizationId,
  );
}

/** The register of risk assessments, one record for each app. */
export const riskAssessment = noun<RiskAssessmentRow>({
  lifecycle: riskAssessmentLifecycle,
  table: 'operations.riskAssessment',
  numberPrefix: 'FX',
  searchColumns: ['appName'],
  title: ({ appName }) => `风险评估：${appName}`,
  effects: {
    open: async ({ input, parameters, today }) => ({
      columns: { ...(input as Partial<RiskAssessmentRow>), dueOn: dueOn(parameters, today), urges: 0 },
    }),
    submit: async ({ input, parameters }) => ({
      columns: { ...(input as Partial<RiskAssessmentRow>), dueOn: dueOn(parameters, input.performedOn) },
    }),
    urge: async ({ record }) => ({ columns: { urges: record.urges + 1 } }),
    resume: async ({ record, parameters, today }) => {
      const due = dueOn(parameters, record.performedOn ?? today);
      return { columns: { dueOn: due < today ? dueOn(parameters, today) : due } };
    },
  },
  after: { open: publish, submit: publish, rest: publish, resume: publish, demand: orderToAssess },
});
