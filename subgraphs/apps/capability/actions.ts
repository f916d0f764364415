import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { capabilityRequest } from '../capability-request/actions.ts';
import { LIVE_STATES, OPEN_STATES } from '../capability-request/store.ts';
import type { CapabilityRow } from '../tables.ts';
import { type CapabilityFacts, capabilityLifecycle } from './lifecycle.ts';
import { publishedBases } from './store.ts';

/** The catalogue of capabilities; what is withdrawn takes its credentials and open requests with it. */
export const capability = noun<CapabilityRow, CapabilityFacts>({
  lifecycle: capabilityLifecycle,
  table: 'apps.capability',
  numberPrefix: 'NL',
  searchColumns: ['code', 'name', 'description'],
  title: ({ name }) => name,
  facts: async (db, capabilities) => {
    // "Other" is no kind of its own, so nothing in it excludes anything else.
    const drafts = capabilities.flatMap((row) =>
      row?.state === 'DRAFT' && row.category !== 'OTHER' ? [row] : [],
    );
    const bases = await publishedBases(
      db,
      drafts.map((row) => row.category),
    );
    return capabilities.map((row) => ({
      baseInCategory:
        (row &&
          drafts.includes(row) &&
          bases.find((base) => base.category === row.category && base.id !== row.id)?.code) ||
        null,
    }));
  },
  effects: {
    deprecate: async ({ input, now }) => ({ columns: { ...input, deprecatedAt: now } }),
    withdraw: async ({ input, now }) => ({ columns: { ...input, withdrawnAt: now } }),
  },
  after: {
    deprecate: ({ record, alsoEach }) =>
      alsoEach(
        capabilityRequest,
        { capabilityId: record.id },
        [...LIVE_STATES, ...OPEN_STATES],
        'hearOfDeprecation',
      ),
    withdraw: async ({ record, alsoEach }) => {
      await alsoEach(capabilityRequest, { capabilityId: record.id }, LIVE_STATES, 'revoke');
      await alsoEach(capabilityRequest, { capabilityId: record.id }, OPEN_STATES, 'lapse');
    },
  },
});
