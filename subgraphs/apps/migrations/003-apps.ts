import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.app',
    ['DRAFT', 'LISTED', 'DELISTING', 'DELISTED', 'FORCED_DELISTED', 'RETIRED'],
    `name text not null,
  service_class text not null check (service_class in ('PUBLIC', 'MARKET')),
  public_kind text,
  market_kind text,
  industry_category text,
  domains text[],
  access_mode text not null check (access_mode in ('API', 'DATABASE', 'MOBILE_PAGE')),
  purpose text not null,
  -- article 57: what the provider keeps ready to run its app
  ops_owner text,
  ops_phone text,
  ops_hosting text,
  maintenance_plan text,
  emergency_plan text,
  last_drill_on date,
  ops_confirmed_at timestamptz,
  listed_version_id uuid,
  version_text text,
  terminals text[],
  terminal_note text,
  features text[],
  pricing text,
  statutory_fee_basis text,
  first_listed_at timestamptz,
  listed_at timestamptz,
  delisting_notice text,
  delisted_at timestamptz,
  -- articles 9 and 10: one regime, with a kind of its own
  constraint app_kind_of_class check ((service_class = 'PUBLIC') = (public_kind is not null)
    and (service_class = 'MARKET') = (market_kind is not null)),
  -- article 26: what is public is not sold
  constraint app_public_is_free check (service_class = 'MARKET' or pricing is null),
  constraint app_listed_once check (state = 'DRAFT' or first_listed_at is not null)`,
  ),
  registerTable(
    'apps.app_version',
    [
      'DRAFT',
      'CONFIGURED',
      'TESTING',
      'TESTED',
      'IN_REVIEW',
      'PENDING_CONFIRMATION',
      'LISTED',
      'SUPERSEDED',
      'DELISTED',
      'ABANDONED',
    ],
    `app_id uuid not null references apps.app,
  app_name text not null,
  version_text text not null,
  release_notes text,
  features text[],
  pricing text,
  statutory_fee_basis text,
  field_purposes text[],
  base_connection text,
  connection_verified_at timestamptz,
  exchange_catalogue_number text,
  exchange_mounted_on date,
  unified_identity text,
  unified_payment text,
  basic_function_note text,
  build_digest text,
  tested_digest text,
  test_note text,
  terminals text[],
  terminal_note text,
  failed_items text[],
  listed_at timestamptz,
  -- article 38: what is listed is what was tested
  constraint app_version_tested check (state not in ('IN_REVIEW', 'PENDING_CONFIRMATION', 'LISTED')
    or (tested_digest is not null and build_digest = tested_digest))`,
  ),
  listIndexes('apps.app', ['name']),
  listIndexes('apps.app_version', ['app_name']),
];

/** Apps and their versions (articles 9, 10, 20, 26, 27, 38 and 57), and what capability requests say of them (article 71). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index app_domains on apps.app using gin (domains);
create index app_terminals on apps.app using gin (terminals);
create index app_service_class on apps.app (service_class, id);
create index app_industry on apps.app (industry_category, id);
-- a number is free again once its version is abandoned
create unique index app_version_text on apps.app_version (app_id, version_text) where state <> 'ABANDONED';
create unique index app_version_listed on apps.app_version (app_id) where state = 'LISTED';
create index app_version_app on apps.app_version (app_id, id);
alter table apps.capability_request add column app_id uuid references apps.app;
create index capability_request_app on apps.capability_request (app_id);
`)
    .execute(db);
}
