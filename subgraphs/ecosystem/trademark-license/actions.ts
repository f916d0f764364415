import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { brandAuthorization } from '../brand-authorization/actions.ts';
import type { TrademarkLicenseRow } from '../tables.ts';
import { type LicenseFacts, trademarkLicenseLifecycle } from './lifecycle.ts';
import { trademarkStates, uncoveredAuthorizationIds } from './store.ts';

async function moveUncovered(
  { tx, record, today, also, settle }: Given<TrademarkLicenseRow>,
  states: readonly string[],
  action: 'suspend' | 'expire',
): Promise<void> {
  // What is uncovered depends on the licence as it now is.
  await settle();
  for (const id of await uncoveredAuthorizationIds(tx, record.trademarkId, states, today))
    await also(brandAuthorization, id, action);
}

/** The register of licences; brand authorizations that lose their licence are stopped in the same transaction. */
export const trademarkLicense = noun<TrademarkLicenseRow, LicenseFacts>({
  lifecycle: trademarkLicenseLifecycle,
  table: 'ecosystem.trademarkLicense',
  numberPrefix: 'XK',
  title: (license) => `商标许可 ${license.number}`,
  facts: async (db, licenses, _viewer, input) => {
    const ids = licenses.map(
      (license) => license?.trademarkId ?? (input?.trademarkId as string | null) ?? null,
    );
    const states = await trademarkStates(
      db,
      ids.filter((id) => id !== null),
    );
    return ids.map((id) => ({ trademarkState: (id && states.get(id)) ?? null }));
  },
  effects: {
    grant: async ({ tx, input }) => {
      const licensee = await singletonOf(tx, 'PROJECT_COMPANY');
      if (!licensee)
        return {
          refusal: refuse('VALIDATION', { details: [{ path: '', message: '还没有登记项目公司，无从许可' }] }),
        };
      return { columns: { ...(input as Partial<TrademarkLicenseRow>), organizationId: licensee.id } };
    },
  },
  after: {
    suspend: (given) => moveUncovered(given, ['EFFECTIVE'], 'suspend'),
    end: (given) => moveUncovered(given, ['EFFECTIVE', 'SUSPENDED'], 'expire'),
  },
});
