import { type Kysely, sql } from 'kysely';

/** What calling a capability needs: secrets that overlap, tokens that were given back, and how often it was called (article 38). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table apps.capability_request
  add column previous_secret_hash text,
  add column previous_valid_until timestamptz,
  add column field_purposes text[],
  -- a secret that was replaced never goes on without an end
  add constraint capability_request_previous check ((previous_secret_hash is null) = (previous_valid_until is null));
-- article 71: what a capability returns, so that a request can ask for no more than it has a purpose for
alter table apps.capability add column returned_fields text[];
create table apps.revoked_token (
  token_id uuid primary key,
  expires_at timestamptz not null
);
create index revoked_token_end on apps.revoked_token (expires_at);
-- how often each credential was called, by the day of the call in Nanning
create table apps.capability_usage (
  day date not null,
  capability_request_id uuid not null references apps.capability_request,
  calls bigint not null check (calls >= 0),
  failed_calls bigint not null check (failed_calls between 0 and calls),
  primary key (day, capability_request_id)
);
create index capability_usage_of on apps.capability_usage (capability_request_id, day);
-- what was counted already, so that nothing is counted twice
create table apps.usage_event (
  reporter uuid not null,
  event_id text not null,
  day date not null,
  capability_request_id uuid not null references apps.capability_request,
  calls integer not null check (calls > 0),
  failed boolean not null,
  primary key (reporter, event_id)
);
create index usage_event_day on apps.usage_event (day);
create table apps.quota_alert (
  day date not null,
  capability_request_id uuid not null references apps.capability_request,
  percent smallint not null check (percent in (80, 100)),
  primary key (day, capability_request_id, percent)
);
`)
    .execute(db);
}
