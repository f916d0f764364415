import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.content_item',
    ['DRAFT', 'PENDING_REVIEW', 'REVIEWED', 'REJECTED', 'PUBLISHED', 'HIDDEN', 'OFFLINE', 'REMOVED'],
    `app_id uuid not null references apps.app,
  category text not null,
  heading text not null,
  body text not null,
  body_digest text not null,
  -- article 27: a review holds for the very text that was reviewed
  reviewed_digest text,
  reviewed_at timestamptz,
  published_at timestamptz`,
  ),
  listIndexes('apps.content_item', ['heading']),
];

/** What apps tell their users (articles 27 and 45), in the categories that each app declares. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index content_item_app on apps.content_item (app_id, id);
create index content_item_category on apps.content_item (category, id);
alter table apps.app add column content_categories text[];
`)
    .execute(db);
}
