import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { infrastructureBinding } from '../infrastructure-binding/actions.ts';
import { infrastructureRequest } from '../infrastructure-request/actions.ts';
import { isOpen, readRequests } from '../infrastructure-request/store.ts';
import type { InfrastructureItemRow } from '../tables.ts';
import { type InfrastructureItemFacts, infrastructureItemLifecycle } from './lifecycle.ts';

/** The register of items; the last one that is allocated in full completes its request in the same transaction. */
export const infrastructureItem = noun<InfrastructureItemRow, InfrastructureItemFacts>({
  lifecycle: infrastructureItemLifecycle,
  table: 'apps.infrastructureItem',
  numberPrefix: 'ZX',
  searchColumns: ['requestNumber', 'specification'],
  title: ({ specification, quantity }) => `${specification} × ${quantity}`,
  facts: async (db, items, _viewer, input) => {
    const ids = items.map((item) => item?.requestId ?? (input?.requestId as string | undefined) ?? null);
    const requests = await readRequests(
      db,
      ids.filter((id) => id !== null),
    );
    return ids.map((id) => ({ request: (id && requests.get(id)) || null }));
  },
  effects: {
    add: async ({ input, facts }) => ({
      columns: {
        ...(input as Partial<InfrastructureItemRow>),
        requestNumber: (facts as InfrastructureItemFacts).request!.number,
        allocatedQuantity: 0,
      },
    }),
    allocate: async ({ record, input }) => ({
      columns: {
        allocatedQuantity: record.allocatedQuantity + input.allocatedNow,
        allocationReferences: [...(record.allocationReferences ?? []), input.reference],
      },
      details: { allocatedNow: input.allocatedNow, reference: input.reference },
    }),
  },
  after: {
    allocate: async ({ record, tx, also, settle }) => {
      const { id, state, requestId, allocatedQuantity, quantity } = record;
      if (allocatedQuantity < quantity) {
        if (state === 'REQUESTED') await also(infrastructureItem, id, 'leavePartial');
        return;
      }
      await also(infrastructureItem, id, 'complete');
      await settle();
      if (!(await isOpen(tx, requestId))) await also(infrastructureRequest, requestId, 'complete');
    },
    releaseWithRequest: ({ record: { id }, alsoEach }) =>
      alsoEach(infrastructureBinding, { itemId: id }, ['BOUND'], 'lapse'),
  },
});
