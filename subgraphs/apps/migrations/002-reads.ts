import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { type Kysely, sql } from 'kysely';

const indexes = [
  listIndexes('apps.capability', ['code', 'name']),
  listIndexes('apps.capability_request', ['capability_code', 'purpose']),
];

/** What the lists of this subgraph read by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes.join('\n')).execute(db);
}
