import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.terminal_check',
    ['DUE', 'PASSED', 'FAILED', 'ENDED'],
    `account_id text not null,
  username text not null,
  due_on date not null,
  device text,
  checked_on date,
  passed_items text[],
  remark text`,
  ),
  listIndexes('operations.terminal_check', ['username']),
];

/** Checks of administrators' terminals (article 68). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index terminal_check_person on operations.terminal_check (account_id) where state <> 'ENDED';
`)
    .execute(db);
}
