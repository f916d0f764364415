import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { publishStanding } from '@zgt/runtime/organizations.ts';
import { safetyStanding } from '@zgt/runtime/safety-standing.ts';
import { readKnown } from '../subjects/store.ts';
import type { PrivacyNoticeRow } from '../tables-safety.ts';
import { type PrivacyNoticeFacts, privacyNoticeLifecycle } from './lifecycle.ts';

/** Listings of apps that collect personal data are judged by it (article 71). */
function publishNotice(given: Given<PrivacyNoticeRow>): void {
  const { appId, organizationId, state } = given.record;
  publishStanding(given, organizationId, safetyStanding('PRIVACY_NOTICE', appId), {
    state,
    scope: { appId },
    validUntil: null,
  });
}

/** The register of privacy notices; an app has one in force at most. */
export const privacyNotice: Noun<PrivacyNoticeRow, PrivacyNoticeFacts> = noun<
  PrivacyNoticeRow,
  PrivacyNoticeFacts
>({
  lifecycle: privacyNoticeLifecycle,
  table: 'operations.privacyNotice',
  numberPrefix: 'GZ',
  searchColumns: ['appName'],
  title: ({ appName, versionText }) => `${appName} 个人信息告知书 ${versionText}`,
  facts: async (db, records, _viewer, input) => {
    const id = (input?.appId ?? null) as string | null;
    const app = (await readKnown(db, [id])).get(id ?? '') ?? null;
    return records.map(() => ({ app }));
  },
  effects: {
    publish: async ({ input, facts, alsoEach, settle }) => {
      await alsoEach(privacyNotice, { appId: input.appId }, ['PUBLISHED'], 'supersede');
      await settle();
      return {
        columns: {
          ...(input as Partial<PrivacyNoticeRow>),
          appName: (facts as PrivacyNoticeFacts).app!.title,
        },
      };
    },
  },
  after: { publish: publishNotice },
});
