import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.calendar_feed',
    ['ACTIVE', 'REVOKED'],
    `device text not null,
  account_id text not null,
  token_hash text not null unique`,
  ),
  listIndexes('operations.calendar_feed', ['device']),
];

/** Addresses at which people's calendar programs read the duties of their organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(registers.join('\n')).execute(db);
}
