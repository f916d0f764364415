import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.service_item',
    ['NOT_CONNECTED', 'CONNECTING', 'CONNECTED', 'EXEMPT', 'REMOVED'],
    `name text not null,
  vertical_system text not null,
  region_code text not null,
  app_id uuid references apps.app,
  exception_id uuid references apps.consolidation_exception,
  -- article 16: connected is what an app serves; exempt is what an exception covers
  constraint service_item_connected check (state <> 'CONNECTED' or app_id is not null),
  constraint service_item_exempt check (state <> 'EXEMPT' or exception_id is not null)`,
  ),
  listIndexes('apps.service_item', ['name']),
];

/** The service items that government bodies connect to the platform (article 16). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index service_item_vertical_system on apps.service_item (vertical_system, id);
create index service_item_app on apps.service_item (app_id);
create index service_item_exception on apps.service_item (exception_id);
create unique index service_item_name on apps.service_item (organization_id, name) where state <> 'REMOVED';
`)
    .execute(db);
}
