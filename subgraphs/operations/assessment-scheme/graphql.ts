import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { ASSESSMENT_INDICATORS, ASSESSMENT_KINDS } from '../choices-assessments.ts';
import type { AssessmentSchemeRow, SchemeIndicator } from '../tables-assessments.ts';
import { assessmentScheme } from './actions.ts';

/** Schemes of assessments in the API. */
export function addAssessmentScheme(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const indicator = builder.objectRef<SchemeIndicator>('SchemeIndicator').implement({
    description: '方案的一项指标。',
    fields: (t) => ({
      indicator: t.field({
        type: enumOf(builder, 'AssessmentIndicatorName', ASSESSMENT_INDICATORS),
        resolve: (one) => one.indicator as never,
      }),
      label: t.exposeString('label', { description: '名称。' }),
      weight: t.exposeInt('weight', { description: '权重；各项合计一百。' }),
      target: t.exposeString('target', { description: '目标。' }),
    }),
  });
  return addNoun(builder, shared, assessmentScheme, {
    plural: 'assessmentSchemes',
    organization,
    reads: { title: ['name'], totalWeight: ['indicators'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'AssessmentKind',
        options: ASSESSMENT_KINDS,
      },
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'AssessmentKind', ASSESSMENT_KINDS),
        resolve: (row: AssessmentSchemeRow) => row.kind,
      }),
      name: t.exposeString('name', { description: '名称。' }),
      passingScore: t.exposeInt('passingScore', { description: '达标分，0 到 100。' }),
      indicators: t.field({
        type: [indicator],
        description: '指标，按设定的次序。',
        resolve: (row: AssessmentSchemeRow) => row.indicators.list,
      }),
      totalWeight: t.int({
        description: '权重合计；启用时应为 100。',
        resolve: (row: AssessmentSchemeRow) =>
          row.indicators.list.reduce((sum, { weight }) => sum + weight, 0),
      }),
      inForceAt: t.expose('inForceAt', { type: 'DateTime', nullable: true, description: '启用的时刻。' }),
    }),
  });
}
