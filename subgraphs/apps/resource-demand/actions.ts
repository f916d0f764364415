import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readSurroundings } from '../app/store.ts';
import { resourceDemandBatch } from '../resource-demand-batch/actions.ts';
import { hasUndecided, readBatchStates } from '../resource-demand-batch/store.ts';
import type { ResourceDemandRow } from '../tables.ts';
import { type ResourceDemandFacts, resourceDemandLifecycle } from './lifecycle.ts';

const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);

/** The register of units' demands; the last one that is decided on closes its batch in the same transaction. */
export const resourceDemand = noun<ResourceDemandRow, ResourceDemandFacts>({
  lifecycle: resourceDemandLifecycle,
  table: 'apps.resourceDemand',
  numberPrefix: 'XQ',
  searchColumns: ['purpose'],
  title: ({ purpose }) => purpose.slice(0, 40),
  facts: async (db, demands, viewer, input) => {
    const owners = demands.map((demand) => demand?.organizationId ?? viewer.organizationId);
    const appId = (input?.appId as string | null | undefined) ?? null;
    const batchIds = demands.map((demand) => (input?.batchId as string | null) ?? demand?.batchId ?? null);
    const { provider, app } = await readSurroundings(db, {
      organizationIds: known(owners),
      appIds: known([appId]),
    });
    const batchStates = await readBatchStates(db, known(batchIds));
    return owners.map((owner, index) => {
      const batchId = batchIds[index]!;
      return {
        provider: provider(owner),
        app: app(appId),
        batchState: (batchId && batchStates.get(batchId)) || null,
      };
    });
  },
  effects: {
    leaveBatch: async () => ({ columns: { batchId: null } }),
  },
  after: Object.fromEntries(
    (['consent', 'refuse'] as const).map((action) => [
      action,
      async ({ record: { batchId }, tx, also, settle }) => {
        // Whoever decides on another of the same batch waits here, and then sees this one decided.
        await readBatchStates(tx, [batchId!]);
        await settle();
        if (!(await hasUndecided(tx, batchId!))) await also(resourceDemandBatch, batchId!, 'close');
      },
    ]),
  ),
});
