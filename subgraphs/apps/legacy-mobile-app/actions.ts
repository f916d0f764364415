import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readExceptions } from '../consolidation-exception/store.ts';
import type { LegacyMobileAppRow } from '../tables.ts';
import { type LegacyMobileAppFacts, legacyMobileAppLifecycle } from './lifecycle.ts';

/** The register of mobile apps outside the platform; one registered with an exception is retained at once. */
export const legacyMobileApp = noun<LegacyMobileAppRow, LegacyMobileAppFacts>({
  lifecycle: legacyMobileAppLifecycle,
  table: 'apps.legacyMobileApp',
  numberPrefix: 'CL',
  searchColumns: ['name'],
  title: ({ name }) => name,
  facts: async (db, apps, _viewer, input) => {
    const ids = apps.map((one) => (input?.exceptionId as string | null) ?? one?.exceptionId ?? null);
    const exceptions = await readExceptions(
      db,
      ids.filter((id) => id !== null),
    );
    return ids.map((id) => ({ exception: (id && exceptions.get(id)) || null }));
  },
  effects: {
    lapse: async () => ({ columns: { exceptionId: null } }),
  },
  after: {
    register: async ({ record: { id, exceptionId }, also }) => {
      if (exceptionId !== null) await also(legacyMobileApp, id, 'retain', { exceptionId });
    },
  },
});
