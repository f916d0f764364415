import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { app } from '../app/actions.ts';
import { readSurroundings } from '../app/store.ts';
import type { AppVersionRow } from '../tables.ts';
import { withAnswers } from './item-answers.ts';
import { type AppVersionFacts, appVersionLifecycle } from './lifecycle.ts';

/** Takes the listed version off first: an app has one listed version at most. */
async function takePlace({ record, alsoEach, settle, now }: Given<AppVersionRow>) {
  await alsoEach(appVersion, { appId: record.appId }, ['LISTED'], 'supersede');
  await settle();
  return { columns: { listedAt: now, failedItems: null } };
}

/** The catalogue shows what was approved, as it was approved. */
async function list({ record, also }: Given<AppVersionRow>): Promise<void> {
  const { versionText, terminals, terminalNote, features, pricing, statutoryFeeBasis } = record;
  await also(app, record.appId, 'list', {
    listedVersionId: record.id,
    versionText,
    terminals,
    terminalNote,
    features,
    pricing,
    statutoryFeeBasis,
  });
}

/** The register of versions; one that is approved is in the catalogue in the same transaction. */
export const appVersion: Noun<AppVersionRow, AppVersionFacts> = noun<AppVersionRow, AppVersionFacts>({
  lifecycle: appVersionLifecycle,
  table: 'apps.appVersion',
  numberPrefix: 'BB',
  searchColumns: ['appName'],
  title: ({ appName, versionText }) => `${appName} ${versionText}`,
  facts: async (db, versions, _viewer, input) => {
    const ids = versions.map((row) => row?.appId ?? (input?.appId as string | null | undefined) ?? null);
    const checkIds = versions.map((row) => row?.checkId ?? null);
    const surroundings = await readSurroundings(db, {
      appIds: ids.filter((id) => id !== null),
      checkIds: checkIds.filter((id) => id !== null),
    });
    return ids.map((id, index) => {
      const found = surroundings.app(id);
      const check = surroundings.check(checkIds[index]!);
      const makers = [found?.organizationId, surroundings.companyId];
      return {
        app: found,
        check: check && makers.includes(check.organizationId) ? check : null,
        provider: surroundings.provider(found?.organizationId ?? null),
        parameters: surroundings.parameters,
      };
    });
  },
  effects: {
    draft: async ({ input, facts }) => {
      const { organizationId, name } = (facts as AppVersionFacts).app!;
      return { columns: { ...(input as Partial<AppVersionRow>), organizationId, appName: name } };
    },
    configure: async ({ input }) => ({
      columns: {
        ...(input as Partial<AppVersionRow>),
        buildDigest: null,
        testedDigest: null,
        connectionVerifiedAt: null,
        itemAnswers: null,
      },
    }),
    answerItems: async ({ record, input }) => ({
      columns: { itemAnswers: { list: withAnswers(record.itemAnswers?.list ?? [], input.answers) } },
    }),
    flagNonConforming: async ({ now }) => ({ columns: { nonConformingAt: now } }),
    submitTest: async ({ input }) => ({ columns: { buildDigest: input.buildDigest, testedDigest: null } }),
    verifyConnection: async ({ now }) => ({ columns: { connectionVerifiedAt: now } }),
    passTest: async ({ record, input }) => ({
      columns: { testedDigest: record.buildDigest, testNote: input.testNote },
    }),
    approve: takePlace,
    confirm: takePlace,
  },
  after: { approve: list, confirm: list },
});
