import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const KINDS = `('CLOUD', 'NETWORK', 'SECURITY', 'OTHER')`;

const registers = [
  registerTable(
    'apps.infrastructure_request',
    ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'ALLOCATED', 'RELEASED', 'WITHDRAWN'],
    `public_service_need text not null,
  app_id uuid references apps.app,
  platform_id uuid references apps.system_platform,
  -- article 14: what it is for is one public app or one platform
  constraint infrastructure_request_subject check ((app_id is null) <> (platform_id is null))`,
  ),
  registerTable(
    'apps.infrastructure_item',
    ['DRAFT', 'REQUESTED', 'PARTIAL', 'ALLOCATED', 'RELEASED', 'REMOVED'],
    `request_id uuid not null references apps.infrastructure_request,
  request_number text not null,
  kind text not null check (kind in ${KINDS}),
  specification text not null,
  quantity integer not null check (quantity > 0),
  needed_from date not null,
  needed_until date,
  allocated_quantity integer not null check (allocated_quantity between 0 and quantity),
  allocation_references text[],
  -- article 14: in the quantity that was asked for
  constraint infrastructure_item_allocated check (state <> 'ALLOCATED' or allocated_quantity = quantity)`,
  ),
  registerTable(
    'apps.company_infra_resource',
    ['ACTIVE', 'RETIRED'],
    `kind text not null check (kind in ${KINDS}),
  name text not null,
  specification text not null,
  quantity integer not null check (quantity > 0),
  location text not null`,
  ),
  registerTable(
    'apps.infrastructure_binding',
    ['BOUND', 'ENDED'],
    `app_id uuid not null references apps.app,
  app_name text not null,
  item_id uuid references apps.infrastructure_item,
  resource_id uuid references apps.company_infra_resource,
  constraint infrastructure_binding_source check ((item_id is null) <> (resource_id is null))`,
  ),
  listIndexes('apps.infrastructure_request', ['public_service_need']),
  listIndexes('apps.infrastructure_item', ['request_number', 'specification']),
  listIndexes('apps.company_infra_resource', ['name']),
  listIndexes('apps.infrastructure_binding', ['app_name']),
];

/** Infrastructure of public services, asked of its provider (article 14), and the company's own for market services (article 36). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index infrastructure_item_request on apps.infrastructure_item (request_id, id);
create index infrastructure_request_app on apps.infrastructure_request (app_id);
create index infrastructure_request_platform on apps.infrastructure_request (platform_id);
create index infrastructure_binding_app on apps.infrastructure_binding (app_id, id);
create index infrastructure_binding_item on apps.infrastructure_binding (item_id);
create index infrastructure_binding_resource on apps.infrastructure_binding (resource_id);
create unique index infrastructure_binding_once on apps.infrastructure_binding (app_id, coalesce(item_id, resource_id))
  where state = 'BOUND';
`)
    .execute(db);
}
