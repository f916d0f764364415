import type { Db } from '@zgt/runtime/database/open.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { AppsTables, CapabilityRow } from '../tables.ts';
import { type CapabilityFacts, capabilityLifecycle } from './lifecycle.ts';
import { publishedBases } from './store.ts';

/** The catalogue of capabilities. */
export const capability = noun<CapabilityRow, CapabilityFacts>({
  lifecycle: capabilityLifecycle,
  table: 'apps.capability',
  numberPrefix: 'NL',
  searchColumns: ['code', 'name'],
  title: ({ name }) => name,
  facts: async (db, capabilities) => {
    // "Other" is no kind of its own, so nothing in it excludes anything else.
    const drafts = capabilities.flatMap((row) => (row?.state === 'DRAFT' && row.category !== 'OTHER' ? [row] : []));
    const bases = await publishedBases(
      db as unknown as Db<AppsTables>,
      drafts.map((row) => row.category),
    );
    return capabilities.map((row) => ({
      baseInCategory:
        (row && drafts.includes(row) && bases.find((base) => base.category === row.category && base.id !== row.id)?.code) ||
        null,
    }));
  },
});
