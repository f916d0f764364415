import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const target = registerTable(
  'operations.monitor_target',
  ['ACTIVE', 'PAUSED', 'RETIRED'],
  `name text not null,
  probe text not null check (probe in ('HTTP', 'TCP', 'CERTIFICATE', 'MANUAL')),
  address text,
  interval_seconds integer not null check (interval_seconds between 30 and 86400),
  timeout_seconds integer not null check (timeout_seconds between 1 and 60),
  warn_days integer not null,
  app_id uuid,
  platform_id uuid,
  affected text,
  outage_scope text not null check (outage_scope in ('WHOLE_PLATFORM', 'PARTIAL_PLATFORM', 'SINGLE_APP', 'UNSTABLE')),
  constraint monitor_target_address check ((probe = 'MANUAL') = (address is null))`,
);

/** What is watched, how it stands, and what each check saw (article 60). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${target}
${listIndexes('operations.monitor_target', ['name', 'address'])}
create index monitor_target_app on operations.monitor_target (app_id, id);

-- Changed by every check, so it stands apart from the register; its few rows are rewritten in place.
create table operations.monitor_status (
  target_id uuid primary key references operations.monitor_target,
  -- null while nothing is checked by the system
  next_check_at timestamptz,
  checked_at timestamptz,
  ok boolean,
  latency_ms integer,
  note text,
  failures integer not null default 0,
  failing_since timestamptz,
  incident_id uuid
) with (fillfactor = 50);
create index monitor_status_due on operations.monitor_status (next_check_at);

create table operations.monitor_sample (
  target_id uuid not null,
  at timestamptz not null,
  ok boolean not null,
  latency_ms integer,
  note text
);
create index monitor_sample_target on operations.monitor_sample (target_id, at);
create index monitor_sample_at on operations.monitor_sample using brin (at);
`)
    .execute(db);
}
