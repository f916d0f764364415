import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.resource_demand_batch',
    ['DRAFT', 'PENDING_CONSENT', 'DECIDED', 'DISCARDED'],
    `name text not null,
  summary text not null`,
  ),
  registerTable(
    'apps.resource_demand',
    [
      'SUBMITTED',
      'CONSOLIDATED',
      'PENDING_CONSENT',
      'CONSENTED',
      'REFUSED',
      'LIAISING',
      'PROVIDED',
      'HANDED_OVER',
      'UNAVAILABLE',
      'WITHDRAWN',
    ],
    `kind text not null check (kind in ('DATA', 'APP', 'POLICY', 'OTHER')),
  purpose text not null,
  app_id uuid references apps.app,
  expected_supplier text,
  batch_id uuid references apps.resource_demand_batch,
  supplier text,
  supply_reference text,
  delivery_form text check (delivery_form in ('PROCESSED', 'INTERFACE', 'RAW', 'OTHER')),
  -- article 36: nothing is consented to, and so nothing procured, outside a batch
  constraint resource_demand_batched check (batch_id is not null or state in ('SUBMITTED', 'WITHDRAWN')),
  -- article 34: raw data is not handed over
  constraint resource_demand_processed check (kind <> 'DATA' or delivery_form in ('PROCESSED', 'INTERFACE'))`,
  ),
  listIndexes('apps.resource_demand_batch', ['name']),
  listIndexes('apps.resource_demand', ['purpose']),
];

/** What units need from others, gathered and put to the management unit for its consent (article 36). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index resource_demand_batch_items on apps.resource_demand (batch_id, id);
create index resource_demand_app on apps.resource_demand (app_id);
`)
    .execute(db);
}
