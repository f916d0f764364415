import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.commercial_data_profile',
    ['REQUESTED', 'CURRENT'],
    `unit_name text not null,
  due_on date,
  data_sets text[],
  measures text,
  contact text`,
  ),
  listIndexes('operations.commercial_data_profile', ['unit_name']),
];

/** Commercial data of units, and the incident that a confirmed leak is (article 70). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index commercial_data_profile_once on operations.commercial_data_profile (organization_id);
alter table operations.data_leak_case add column incident_id uuid;
alter table operations.data_leak_case add column incident_number text;
`)
    .execute(db);
}
