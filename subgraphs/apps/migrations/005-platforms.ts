import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.system_platform',
    [
      'BUILDING',
      'GO_LIVE_SUBMITTED',
      'GO_LIVE_APPROVED',
      'LIVE',
      'OFFLINE_REQUESTED',
      'OFFLINE_APPROVED',
      'OFFLINE',
    ],
    `kind text not null check (kind in ('INFRASTRUCTURE_BASE', 'UNIFIED_SERVICE_PLATFORM', 'OPEN_ECOSYSTEM_PLATFORM',
    'MOBILE_TERMINAL', 'DATA_OPERATION_PLATFORM')),
  name text not null,
  version_text text not null,
  live_at timestamptz,
  offline_impact text,
  planned_offline_on date,
  offline_at timestamptz`,
  ),
  listIndexes('apps.system_platform', ['name']),
];

/** The system platforms of the ecosystem (articles 2 and 23). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index system_platform_release on apps.system_platform (kind, name, version_text) where state <> 'OFFLINE';
`)
    .execute(db);
}
