import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readSurroundings } from '../app/store.ts';
import { capabilityRequest } from '../capability-request/actions.ts';
import { LIVE_STATES, OPEN_STATES } from '../capability-request/store.ts';
import type { CapabilityRow } from '../tables.ts';
import { type CapabilityFacts, capabilityLifecycle } from './lifecycle.ts';
import { publishedBases } from './store.ts';

/** The category in which a capability would stand; "other" is no kind of its own, so nothing in it excludes anything else. */
function categoryOf(row: CapabilityRow | null, input: Readonly<Record<string, any>> | null): string | null {
  const category = input?.category ?? (row?.state === 'DRAFT' ? row.category : null);
  return category === 'OTHER' ? null : category;
}

/** The catalogue of capabilities; what is withdrawn takes its credentials and open requests with it. */
export const capability = noun<CapabilityRow, CapabilityFacts>({
  lifecycle: capabilityLifecycle,
  table: 'apps.capability',
  numberPrefix: 'NL',
  searchColumns: ['code', 'name', 'description'],
  title: ({ name }) => name,
  facts: async (db, capabilities, viewer, input) => {
    const categories = capabilities.map((row) => categoryOf(row, input));
    const wanted = categories.filter((category) => category !== null);
    const bases = await publishedBases(db, wanted);
    const applicants =
      viewer.party === 'ECOSYSTEM_UNIT' && capabilities.includes(null) ? [viewer.organizationId!] : [];
    const provider =
      applicants.length > 0
        ? (await readSurroundings(db, { organizationIds: applicants })).provider(applicants[0]!)
        : null;
    return capabilities.map((row, index) => ({
      baseInCategory:
        bases.find(({ id, category }) => category === categories[index] && id !== row?.id)?.code ?? null,
      provider: row ? null : provider,
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
