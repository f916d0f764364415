import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { METRIC_SOURCES, OPERATION_METRICS } from '../choices-assessments.ts';
import type { MetricCorrection, OperationMetricRow } from '../tables-assessments.ts';
import { operationMetric } from './actions.ts';

/** Monthly metrics in the API, each with the values that it had before. */
export function addOperationMetric(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const correction = builder.objectRef<MetricCorrection>('MetricCorrection').implement({
    description: '更正之前的一个数值。',
    fields: (t) => ({
      value: t.exposeInt('value', { description: '更正之前的数值。' }),
      at: t.field({ type: 'DateTime', description: '更正的时刻。', resolve: ({ at }) => new Date(at) }),
      reason: t.exposeString('reason', { description: '更正的理由。' }),
      byName: t.exposeString('byName', { description: '更正的单位；办理人见时间线。' }),
    }),
  });
  return addNoun(builder, shared, operationMetric, {
    plural: 'operationMetrics',
    organization,
    reads: { title: ['name', 'month'] },
    filters: {
      name: {
        column: 'name',
        description: '只要这一项指标的。',
        enumName: 'OperationMetricName',
        options: OPERATION_METRICS,
      },
    },
    fields: (t) => ({
      month: t.exposeString('month', { description: '月份，例如 2026-10。' }),
      name: t.field({
        type: enumOf(builder, 'OperationMetricName', OPERATION_METRICS),
        resolve: (row: OperationMetricRow) => row.name,
      }),
      value: t.exposeInt('value', { description: '现在的数值，单位见指标名称。' }),
      source: t.field({
        type: enumOf(builder, 'MetricSource', METRIC_SOURCES),
        description: '数值的来源。',
        resolve: (row: OperationMetricRow) => row.source,
      }),
      corrections: t.field({
        type: [correction],
        description: '更正之前的数值，先更正的在前。',
        resolve: (row: OperationMetricRow) => row.corrections.list,
      }),
    }),
  });
}
