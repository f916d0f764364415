import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { appStanding, publishStanding } from '@zgt/runtime/organizations.ts';
import { contentItem } from '../content-item/actions.ts';
import { infrastructureBinding } from '../infrastructure-binding/actions.ts';
import { providedBindings } from '../infrastructure-binding/store.ts';
import { serviceItem } from '../service-item/actions.ts';
import type { AppRow } from '../tables.ts';
import { type AppOwnFacts, appLifecycle } from './lifecycle.ts';
import { readSurroundings } from './store.ts';

type AppGiven = Given<AppRow>;

function publishApp(given: AppGiven): void {
  const { id, organizationId, state, name, number } = given.record;
  publishStanding(given, organizationId, appStanding(id), {
    state,
    scope: { name, number },
    validUntil: null,
  });
}

/** Back in the catalogue, and with it the service items that lost the app (article 16) and what it told its users (article 45). */
async function returned(given: AppGiven): Promise<void> {
  publishApp(given);
  await given.alsoEach(serviceItem, { appId: given.record.id }, ['CONNECTING'], 'regainApp');
  await given.alsoEach(contentItem, { appId: given.record.id }, ['OFFLINE'], 'comeBack');
}

async function gone(given: AppGiven): Promise<void> {
  publishApp(given);
  await given.alsoEach(serviceItem, { appId: given.record.id }, ['CONNECTED'], 'loseApp');
  await given.alsoEach(contentItem, { appId: given.record.id }, ['PUBLISHED'], 'goOffline');
}

/** The register of apps; what others decide about an app moves it in the same transaction. */
export const app = noun<AppRow, AppOwnFacts>({
  lifecycle: appLifecycle,
  table: 'apps.app',
  numberPrefix: 'YY',
  searchColumns: ['name'],
  title: ({ name }) => name,
  facts: async (db, apps, viewer) => {
    const owners = apps.map((row) => row?.organizationId ?? viewer.organizationId);
    const { provider } = await readSurroundings(db, {
      organizationIds: owners.filter((owner) => owner !== null),
    });
    return owners.map((owner) => ({ provider: provider(owner) }));
  },
  effects: {
    keepOpsProfile: async ({ input, now }) => ({ columns: { ...input, opsConfirmedAt: now } }),
    list: async ({ record, input, now }) => ({
      columns: {
        ...input,
        firstListedAt: record.firstListedAt ?? now,
        listedAt: now,
        delistingNotice: null,
        delistedAt: null,
      },
    }),
    announceDelisting: async ({ record, input }) => ({
      columns: { delistingNotice: input.notice },
      state: record.state === 'SUSPENDED' ? 'SUSPENDED' : 'DELISTING',
    }),
    changeNotice: async ({ input }) => ({ columns: { delistingNotice: input.notice } }),
    resume: async ({ record }) => ({
      columns: { delistingNotice: null },
      state: record.state === 'SUSPENDED' ? 'SUSPENDED' : 'LISTED',
    }),
    // Only an app that is announced to end has a notice.
    reinstate: async ({ record }) => ({
      columns: {},
      state: record.delistingNotice === null ? 'LISTED' : 'DELISTING',
    }),
    delist: async ({ now }) => ({ columns: { delistedAt: now } }),
    forceDelist: async ({ input, now }) => ({ columns: { delistingNotice: input.notice, delistedAt: now } }),
    // A correction of an older month leaves the catalogue as it is.
    takeScore: async ({ record, input }) => ({
      columns: (record.scorePeriod ?? '') > input.scorePeriod ? {} : input,
    }),
    relist: async ({ now }) => ({ columns: { delistingNotice: null, delistedAt: null, listedAt: now } }),
  },
  after: {
    amend: async ({ record: { id, serviceClass }, tx, also }) => {
      if (serviceClass !== 'MARKET') return;
      // Article 36: what the provider keeps for public services is not left to a market app.
      for (const binding of await providedBindings(tx, id))
        await also(infrastructureBinding, binding, 'leavePublicService');
    },
    list: returned,
    announceDelisting: publishApp,
    resume: publishApp,
    suspend: gone,
    reinstate: returned,
    delist: gone,
    forceDelist: gone,
    relist: returned,
    retire: publishApp,
  },
});
