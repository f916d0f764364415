import { searchIndex } from '@zgt/runtime/database/list-indexes.ts';
import { type Kysely, sql } from 'kysely';

/** A search finds capabilities by what they do, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop index apps.capability_search; ${searchIndex('apps.capability', ['code', 'name', 'description'])}`,
    )
    .execute(db);
}
