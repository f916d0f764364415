import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { ANNOUNCEMENT_KINDS } from '../choices.ts';
import type { AnnouncementRow } from '../tables.ts';
import { announcement } from './actions.ts';

/** Announcements in the API; anyone reads the published ones. */
export function addAnnouncement(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, announcement, {
    plural: 'announcements',
    organization,
    published: true,
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'AnnouncementKind', ANNOUNCEMENT_KINDS),
        resolve: (row: AnnouncementRow) => row.kind,
      }),
      body: t.exposeString('body'),
      publishedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '发布的时刻；草稿为空。',
        resolve: (row: AnnouncementRow) => row.publishedAt,
      }),
    }),
  });
}
