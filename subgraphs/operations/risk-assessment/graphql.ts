import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { RiskAssessmentRow } from '../tables-safety.ts';
import { riskAssessment } from './actions.ts';

/** Risk assessments of apps in the API. */
export function addRiskAssessment(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, riskAssessment, {
    plural: 'riskAssessments',
    organization,
    reads: { title: ['appName'] },
    fields: (t) => ({
      appId: t.exposeID('appId', { description: '应用的 id。' }),
      appName: t.exposeString('appName', { description: '应用。' }),
      dueOn: t.field({
        type: 'Date',
        description: '最迟评估日期。',
        resolve: (row: RiskAssessmentRow) => row.dueOn,
      }),
      performedOn: t.field({
        type: 'Date',
        nullable: true,
        description: '最近一次评估日期。',
        resolve: (row: RiskAssessmentRow) => row.performedOn,
      }),
      method: t.exposeString('method', { nullable: true, description: '评估办法。' }),
      findings: t.exposeString('findings', { nullable: true, description: '发现的风险。' }),
      measures: t.exposeString('measures', { nullable: true, description: '采取的措施。' }),
      urges: t.exposeInt('urges', { description: '催促次数。' }),
    }),
  });
}
