import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.supervision_note',
    ['NOTED', 'ANSWERED', 'WITHDRAWN'],
    `subject_noun text not null,
  subject_id uuid not null,
  subject_number text not null,
  subject_title text not null,
  text text not null,
  answer text`,
  ),
  listIndexes('operations.supervision_note', ['subject_number', 'text']),
];

/** What the infrastructure provider notes while it helps to supervise (article 4). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(registers.join('\n')).execute(db);
}
