import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { resourceDemand } from '../resource-demand/actions.ts';
import type { ResourceDemandBatchRow } from '../tables.ts';
import { type ResourceDemandBatchFacts, resourceDemandBatchLifecycle } from './lifecycle.ts';
import { countDemands } from './store.ts';

/** The register of batches; the demands follow their batch in the same transaction. */
export const resourceDemandBatch = noun<ResourceDemandBatchRow, ResourceDemandBatchFacts>({
  lifecycle: resourceDemandBatchLifecycle,
  table: 'apps.resourceDemandBatch',
  numberPrefix: 'PC',
  searchColumns: ['name'],
  title: ({ name }) => name,
  facts: async (db, batches) => {
    const counts = await countDemands(
      db,
      batches.flatMap((batch) => (batch ? [batch.id] : [])),
    );
    return batches.map((batch) => ({ demands: (batch && counts.get(batch.id)) ?? 0 }));
  },
  after: {
    submitForConsent: ({ record: { id }, alsoEach }) =>
      alsoEach(resourceDemand, { batchId: id }, ['CONSOLIDATED'], 'askConsent'),
    discard: async ({ record: { id }, alsoEach }) =>
      alsoEach(resourceDemand, { batchId: id }, ['CONSOLIDATED'], 'leaveBatch'),
  },
});
