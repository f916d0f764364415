import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.consolidation_exception',
    ['DRAFT', 'SUBMITTED', 'CONSULTING', 'AGREED', 'NOT_AGREED', 'WITHDRAWN', 'EXPIRED'],
    `kind text not null check (kind in ('NEW', 'RETAIN')),
  app_name text not null,
  audiences text[] not null,
  special_reason text,
  valid_until date,
  -- article 17: what is agreed has its reason and its last day
  constraint consolidation_exception_agreed check (state not in ('AGREED', 'EXPIRED')
    or (special_reason is not null and valid_until is not null))`,
  ),
  registerTable(
    'apps.legacy_mobile_app',
    ['UNPLANNED', 'PLANNED', 'RETAINED', 'INTEGRATED'],
    `name text not null,
  disposition text not null check (disposition in ('EXISTING', 'NEW_BUILD')),
  terminals text[] not null,
  audiences text[] not null,
  exception_id uuid references apps.consolidation_exception,
  -- article 17: nothing stands outside for good but by an exception
  constraint legacy_mobile_app_retained check (state <> 'RETAINED' or exception_id is not null)`,
  ),
  registerTable(
    'apps.integration_plan',
    ['PLANNED', 'IN_PROGRESS', 'INTEGRATED', 'RETAINED', 'ABANDONED'],
    `legacy_app_id uuid not null references apps.legacy_mobile_app,
  legacy_app_name text not null,
  category text not null check (category in ('MIGRATE', 'CONNECT', 'MERGE', 'CLOSE')),
  phase integer not null check (phase > 0),
  planned_on date not null,
  app_id uuid references apps.app`,
  ),
  listIndexes('apps.consolidation_exception', ['app_name']),
  listIndexes('apps.legacy_mobile_app', ['name']),
  listIndexes('apps.integration_plan', ['legacy_app_name']),
];

/** Mobile apps of the government outside the platform: plans to integrate them, exceptions from it (article 17). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index legacy_mobile_app_exception on apps.legacy_mobile_app (exception_id);
create index integration_plan_app on apps.integration_plan (app_id);
create index integration_plan_legacy_app on apps.integration_plan (legacy_app_id);
create unique index integration_plan_open on apps.integration_plan (legacy_app_id) where state in ('PLANNED', 'IN_PROGRESS');
`)
    .execute(db);
}
