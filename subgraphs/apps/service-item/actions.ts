import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readSurroundings } from '../app/store.ts';
import { readExceptions } from '../consolidation-exception/store.ts';
import type { ServiceItemRow } from '../tables.ts';
import { type ServiceItemFacts, serviceItemLifecycle } from './lifecycle.ts';
import { ofLineLedBy } from './store.ts';

/** The register of service items, each kept by the body that has to connect it. */
export const serviceItem = noun<ServiceItemRow, ServiceItemFacts>({
  lifecycle: serviceItemLifecycle,
  table: 'apps.serviceItem',
  numberPrefix: 'SX',
  searchColumns: ['name'],
  title: ({ name }) => name,
  // Article 16: a department of the region guides its line, and sees how far every place has come.
  alsoReads: ({ party, organizationId }) =>
    party === 'GOVERNMENT_DEPARTMENT' && organizationId !== null ? ofLineLedBy(organizationId) : null,
  facts: async (db, items, _viewer, input) => {
    const { appId = null, exceptionId = null } = input ?? {};
    const app = appId && (await readSurroundings(db, { appIds: [appId] })).app(appId);
    const exception = exceptionId && (await readExceptions(db, [exceptionId])).get(exceptionId);
    return items.map(() => ({ app: app || null, exception: exception || null }));
  },
  effects: {
    disconnect: async () => ({ columns: { appId: null } }),
    exempt: async ({ input }) => ({ columns: { appId: null, exceptionId: input.exceptionId } }),
    lapse: async () => ({ columns: { exceptionId: null } }),
  },
});
