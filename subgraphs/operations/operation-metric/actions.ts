import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { OPERATION_METRICS } from '../choices-assessments.ts';
import type { OperationMetricRow } from '../tables-assessments.ts';
import { type OperationMetricFacts, operationMetricLifecycle } from './lifecycle.ts';
import { isReported } from './store.ts';

/** The register of monthly metrics; each belongs to the project company. */
export const operationMetric = noun<OperationMetricRow, OperationMetricFacts>({
  lifecycle: operationMetricLifecycle,
  table: 'operations.operationMetric',
  numberPrefix: 'ZL',
  searchColumns: ['month'],
  title: ({ name, month }) => `${OPERATION_METRICS[name]} ${month}`,
  facts: async (db, metrics, _viewer, input) => {
    const reported = input?.month ? await isReported(db, input.month, input.name) : false;
    return metrics.map(() => ({ isReported: reported }));
  },
  effects: {
    report: async ({ input }) => ({
      columns: { ...(input as Partial<OperationMetricRow>), source: 'MANUAL', corrections: { list: [] } },
    }),
    collect: async ({ input }) => ({
      columns: { ...(input as Partial<OperationMetricRow>), source: 'COLLECTED', corrections: { list: [] } },
    }),
    correct: async ({ record, input, reason, viewer, now }) => {
      const before = {
        value: record.value,
        at: now.toISOString(),
        reason: reason!,
        byName: viewer.organizationName ?? '',
      };
      return {
        columns: {
          value: input.value as number,
          source: 'MANUAL',
          corrections: { list: [...record.corrections.list, before] },
        },
        details: { from: record.value, to: input.value },
      };
    },
  },
});
