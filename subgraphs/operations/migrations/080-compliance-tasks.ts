import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.compliance_task',
    ['DUE', 'DONE', 'LAPSED'],
    `platform_id uuid not null,
  platform_name text not null,
  kind text not null check (kind in ('MLPS3', 'CRYPTO')),
  live_on date not null,
  due_on date not null,
  agency text,
  assessed_on date,
  conclusion text check (conclusion in ('CONFORMING', 'MOSTLY_CONFORMING', 'NOT_CONFORMING')),
  fulfilled_by text`,
  ),
  listIndexes('operations.compliance_task', ['platform_name']),
];

/** What a platform has to pass within a year of going live (article 23). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index compliance_task_once on operations.compliance_task (platform_id, kind);
create index compliance_task_platform on operations.compliance_task (platform_id, id);
create index compliance_task_kind on operations.compliance_task (kind, id);
`)
    .execute(db);
}
