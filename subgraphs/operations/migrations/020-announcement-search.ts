import { searchIndex } from '@zgt/runtime/database/list-indexes.ts';
import { type Kysely, sql } from 'kysely';

/** A search finds announcements by their text, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop index operations.announcement_search; ${searchIndex('operations.announcement', ['title', 'body'])}`,
    )
    .execute(db);
}
