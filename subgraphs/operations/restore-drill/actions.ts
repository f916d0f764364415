import { type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { RestoreDrillRow } from '../tables-safety.ts';
import { restoreDrillLifecycle } from './lifecycle.ts';

/** The register of restore drills; only the newest is counted from. */
export const restoreDrill: Noun<RestoreDrillRow> = noun<RestoreDrillRow>({
  lifecycle: restoreDrillLifecycle,
  table: 'operations.restoreDrill',
  numberPrefix: 'YL',
  searchColumns: ['scope'],
  title: ({ drilledOn }) => `${drilledOn} 恢复演练`,
  effects: {
    keep: async ({ record, input, alsoEach }) => {
      await alsoEach(restoreDrill, { organizationId: record.organizationId }, ['LATEST'], 'supersede');
      return { columns: input as Partial<RestoreDrillRow> };
    },
  },
});
