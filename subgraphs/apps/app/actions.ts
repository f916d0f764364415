import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { serviceItem } from '../service-item/actions.ts';
import type { AppRow } from '../tables.ts';
import { type AppOwnFacts, appLifecycle } from './lifecycle.ts';
import { readSurroundings } from './store.ts';

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
    announceDelisting: async ({ input }) => ({ columns: { delistingNotice: input.notice } }),
    changeNotice: async ({ input }) => ({ columns: { delistingNotice: input.notice } }),
    resume: async () => ({ columns: { delistingNotice: null } }),
    delist: async ({ now }) => ({ columns: { delistedAt: now } }),
    forceDelist: async ({ input, now }) => ({ columns: { delistingNotice: input.notice, delistedAt: now } }),
    relist: async ({ now }) => ({ columns: { delistingNotice: null, delistedAt: null, listedAt: now } }),
  },
  after: {
    delist: ({ record: { id }, alsoEach }) => alsoEach(serviceItem, { appId: id }, ['CONNECTED'], 'loseApp'),
    forceDelist: ({ record: { id }, alsoEach }) =>
      alsoEach(serviceItem, { appId: id }, ['CONNECTED'], 'loseApp'),
  },
});
