import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const terminalUser = registerTable(
  'operations.terminal_user',
  ['NORMAL', 'WARNED', 'LIMITED', 'FROZEN'],
  `reference text not null,
  user_kind text not null check (user_kind in ('PERSON', 'ORGANIZATION'))`,
);

/** Users by their codes, and their own appeals against what was done about them (articles 8 and 44). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${terminalUser}
${listIndexes('operations.terminal_user', ['reference'])}
create unique index terminal_user_reference on operations.terminal_user (reference);
alter table operations.user_violation
  add column appeal_answer text,
  add column terminal_user_id uuid references operations.terminal_user,
  add column appeal_code_hash text;
create index user_violation_reference on operations.user_violation (user_reference, id);
`)
    .execute(db);
}
