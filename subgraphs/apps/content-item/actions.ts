import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { contentStanding, publishStanding } from '@zgt/runtime/organizations.ts';
import { readSurroundings } from '../app/store.ts';
import type { ContentItemRow } from '../tables.ts';
import { type ContentItemFacts, contentItemLifecycle } from './lifecycle.ts';

/** What a review is about: heading and text together, so that neither is changed unseen. */
const digestOf = ({ heading, body }: Readonly<Record<string, unknown>>): string =>
  sha256Hex(`${heading}\n${body}`);

/** The register of contents; a review holds for the very text that was reviewed. */
export const contentItem = noun<ContentItemRow, ContentItemFacts>({
  lifecycle: contentItemLifecycle,
  table: 'apps.contentItem',
  numberPrefix: 'NRTM',
  searchColumns: ['heading'],
  title: ({ heading }) => heading,
  facts: async (db, items, _viewer, input) => {
    const ids = items.map((item) => item?.appId ?? (input?.appId as string | null | undefined) ?? null);
    const found = await readSurroundings(db, { appIds: ids.filter((id) => id !== null) });
    return ids.map((id) => ({
      app: found.app(id),
      provider: found.provider(found.app(id)?.organizationId ?? null),
    }));
  },
  effects: {
    draft: async ({ input }) => ({ columns: { ...input, bodyDigest: digestOf(input) } }),
    edit: async ({ input }) => ({ columns: { ...input, bodyDigest: digestOf(input) } }),
    passReview: async ({ record, now }) => ({
      columns: { reviewedDigest: record.bodyDigest, reviewedAt: now },
    }),
    publish: async ({ now }) => ({ columns: { publishedAt: now } }),
  },
  after: {
    publish: (given) => {
      const { id, organizationId, state, appId } = given.record;
      const { serviceClass, name } = (given.facts as ContentItemFacts).app!;
      publishStanding(given, organizationId, contentStanding(id), {
        state,
        scope: { appId, appName: name, serviceClass },
        validUntil: null,
      });
    },
  },
});
