import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.team_record',
    ['ACTIVE', 'DISSOLVED'],
    `kind text not null check (kind in ('OPS', 'PRODUCT', 'CUSTOMER_SERVICE')),
  name text not null,
  lead text not null,
  member_count integer not null check (member_count > 0),
  duty_phone text not null,
  hours text not null,
  roster jsonb not null`,
  ),
  registerTable(
    'operations.ops_asset',
    ['IN_USE', 'RETIRED'],
    `kind text not null check (kind in ('CLOUD', 'NETWORK', 'SECURITY')),
  service_use text not null check (service_use in ('PUBLIC', 'MARKET')),
  responsible text not null check (responsible in ('INFRASTRUCTURE_PROVIDER', 'PROJECT_COMPANY')),
  name text not null,
  runbook text not null,
  maintenance_window text not null,
  duty_phone text not null,
  guidance text,
  -- article 55: what public services stand on is operated by the infrastructure provider
  constraint ops_asset_responsible check (service_use = 'MARKET' or responsible = 'INFRASTRUCTURE_PROVIDER')`,
  ),
  listIndexes('operations.team_record', ['name']),
  listIndexes('operations.ops_asset', ['name']),
];

/** Teams and who is on duty (articles 43, 44 and 58), and what is operated by whom (article 55). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(registers.join('\n')).execute(db);
}
