import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { type Kysely, sql } from 'kysely';

const indexes = [
  listIndexes('operations.filing', ['period_key', 'filing_number']),
  listIndexes('operations.announcement', ['title']),
  listIndexes('operations.work_calendar'),
];

/** What the lists of this subgraph read by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes.join('\n')).execute(db);
}
