import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { app } from '../app/actions.ts';
import { readSurroundings } from '../app/store.ts';
import { appVersion } from '../app-version/actions.ts';
import { appVersionLifecycle } from '../app-version/lifecycle.ts';
import { delistingRequest } from '../delisting-request/actions.ts';
import { delistingRequestLifecycle } from '../delisting-request/lifecycle.ts';
import type { ForcedDelistingRow } from '../tables.ts';
import { type ForcedDelistingFacts, forcedDelistingLifecycle } from './lifecycle.ts';

async function takeOff({
  record: { appId, noticeText },
  alsoEach,
}: Given<ForcedDelistingRow>): Promise<void> {
  await alsoEach(app, { id: appId }, ['LISTED', 'DELISTING', 'SUSPENDED'], 'forceDelist', {
    notice: noticeText,
  });
  await alsoEach(appVersion, { appId }, ['LISTED'], 'delist');
  await alsoEach(delistingRequest, { appId }, delistingRequestLifecycle.actions.lapse.from, 'lapse');
}

/** The app is back as it was, with the version that was listed. */
async function backInCatalogue({ record: { appId }, also }: Given<ForcedDelistingRow>): Promise<void> {
  const { listedVersionId } = await also(app, appId, 'relist');
  await also(appVersion, listedVersionId as string, 'restore');
}

function particulars(input: Given['input'], facts: ForcedDelistingFacts): Partial<ForcedDelistingRow> {
  const { name, organizationId, serviceClass } = facts.app!;
  return { ...(input as Partial<ForcedDelistingRow>), appName: name, organizationId, serviceClass };
}

/** What the company had opened on the app gives way to what is decided elsewhere. */
async function giveWay({ input, alsoEach, settle }: Given<ForcedDelistingRow>): Promise<void> {
  await alsoEach(forcedDelisting, { appId: input.appId as string }, ['OPENED', 'EVIDENCE_KEPT'], 'yield');
  await settle();
}

/** The register of forced delistings; app, version and open requests follow in the same transaction. */
export const forcedDelisting: Noun<ForcedDelistingRow, ForcedDelistingFacts> = noun<
  ForcedDelistingRow,
  ForcedDelistingFacts
>({
  lifecycle: forcedDelistingLifecycle,
  table: 'apps.forcedDelisting',
  numberPrefix: 'QX',
  searchColumns: ['appName'],
  title: ({ appName }) => `强制下架：${appName}`,
  facts: async (db, cases, _viewer, input) => {
    const ids = cases.map((one) => one?.appId ?? (input?.appId as string | null | undefined) ?? null);
    const found = await readSurroundings(db, { appIds: ids.filter((id) => id !== null) });
    return ids.map((id) => ({
      app: found.app(id),
      provider: found.provider(found.app(id)?.organizationId ?? null),
      reviewsSafety: found.parameters['relisting.safety_review'] === true,
    }));
  },
  effects: {
    open: async ({ input, facts }) => ({ columns: particulars(input, facts as ForcedDelistingFacts) }),
    order: async (given) => {
      await giveWay(given);
      return { columns: { ...(given.input as Partial<ForcedDelistingRow>), executedAt: given.now } };
    },
    orderForVulnerability: async (given) => {
      await giveWay(given);
      const { input, facts, now } = given;
      return { columns: { ...particulars(input, facts as ForcedDelistingFacts), executedAt: now } };
    },
    execute: async ({ input, now }) => ({ columns: { noticeText: input.noticeText, executedAt: now } }),
    confirm: async ({ now }) => ({ columns: { confirmedAt: now } }),
  },
  after: {
    order: takeOff,
    orderForVulnerability: takeOff,
    execute: takeOff,
    relist: backInCatalogue,
    overrule: backInCatalogue,
    retire: async ({ record: { appId }, also, alsoEach }) => {
      await also(app, appId, 'retire');
      await alsoEach(appVersion, { appId }, appVersionLifecycle.actions.abandon.from, 'abandon');
    },
  },
});
