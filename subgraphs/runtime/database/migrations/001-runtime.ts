import { type Kysely, sql } from 'kysely';

const AUDIT_LANES = 16;

/** The registers that every noun shares: organisations, audit log, deadlines, work items, inbox, documents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table runtime.organization (
  id uuid primary key,
  party text not null check (party in ('MANAGEMENT_UNIT','INFRASTRUCTURE_PROVIDER','OWNER_UNIT','PROJECT_COMPANY',
    'GOVERNMENT_DEPARTMENT','MUNICIPALITY','COUNTY','ECOSYSTEM_UNIT')),
  name text not null,
  unified_social_credit_code text,
  region_code text,
  status text not null check (status in ('PENDING','ACTIVE','ENDED')),
  created_at timestamptz not null
);
-- articles 3 to 6: one management unit, one infrastructure provider, one owner unit, one project company at a time
create unique index organization_singleton on runtime.organization (party)
  where status = 'ACTIVE' and party in ('MANAGEMENT_UNIT','INFRASTRUCTURE_PROVIDER','OWNER_UNIT','PROJECT_COMPANY');
create unique index organization_credit_code on runtime.organization (unified_social_credit_code) where status <> 'ENDED';

create table runtime.membership (
  account_id text not null,
  organization_id uuid not null references runtime.organization,
  roles text[] not null,
  created_at timestamptz not null,
  primary key (account_id, organization_id)
);
create index membership_organization on runtime.membership (organization_id);

create table runtime.standing (
  organization_id uuid not null references runtime.organization,
  kind text not null,
  state text not null,
  scope jsonb not null,
  valid_until date,
  updated_at timestamptz not null,
  primary key (organization_id, kind)
);

create table runtime.audit_entry (
  lane smallint not null,
  seq bigint not null,
  at timestamptz not null,
  noun text not null,
  record_id uuid,
  action text not null,
  outcome text not null,
  account_id text,
  organization_id uuid,
  body text not null,
  hash text not null,
  primary key (lane, seq, at)
) partition by range (at);
create index audit_entry_record on runtime.audit_entry (record_id, at);
create index audit_entry_account on runtime.audit_entry (account_id, at);
create index audit_entry_at on runtime.audit_entry (at);

-- Entries are chained per lane, so that appends to different lanes do not wait for each other.
create table runtime.audit_lane (lane smallint primary key, seq bigint not null, hash text not null);
insert into runtime.audit_lane select lane, 0, encode(sha256(convert_to('lane ' || lane, 'UTF8')), 'hex')
  from generate_series(0, ${AUDIT_LANES - 1}) as lane;

create function runtime.refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are append-only (article 69)' using errcode = '42501';
end $$;
create trigger audit_entry_append_only before update or delete on runtime.audit_entry
  for each row execute function runtime.refuse_audit_change();
create trigger audit_entry_no_truncate before truncate on runtime.audit_entry
  for each statement execute function runtime.refuse_audit_change();

create function runtime.ensure_audit_month(instant timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  month_start timestamp := date_trunc('month', instant at time zone 'UTC');
  partition_name text := 'audit_entry_' || to_char(month_start, 'YYYY_MM');
begin
  if to_regclass('runtime.' || partition_name) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(4651);
  if to_regclass('runtime.' || partition_name) is null then
    execute format('create table if not exists runtime.%I partition of runtime.audit_entry for values from (%L) to (%L)',
      partition_name, month_start::text || '+00', (month_start + interval '1 month')::text || '+00');
    execute format('create trigger no_truncate before truncate on runtime.%I for each statement execute function runtime.refuse_audit_change()', partition_name);
  end if;
end $$;

-- The only way to write the log. The chain covers the text of the entry itself, so any later change shows.
create function runtime.append_audit(entry text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  fields jsonb := entry::jsonb;
  entry_lane smallint := (fields->>'lane')::smallint;
  entry_at timestamptz := (fields->>'at')::timestamptz;
  head runtime.audit_lane;
  entry_hash text;
begin
  perform runtime.ensure_audit_month(entry_at);
  select * into strict head from runtime.audit_lane where lane = entry_lane for update;
  entry_hash := encode(sha256(convert_to(head.hash || E'\\n' || (head.seq + 1) || E'\\n' || entry, 'UTF8')), 'hex');
  insert into runtime.audit_entry (lane, seq, at, noun, record_id, action, outcome, account_id, organization_id, body, hash)
    values (entry_lane, head.seq + 1, entry_at, fields->>'noun', (fields->>'recordId')::uuid, fields->>'action',
      fields->>'outcome', fields->>'accountId', (fields->>'organizationId')::uuid, entry, entry_hash);
  update runtime.audit_lane set seq = head.seq + 1, hash = entry_hash where lane = entry_lane;
end $$;

create table runtime.deadline (
  id uuid primary key,
  noun text not null,
  record_id uuid not null,
  name text not null,
  title text not null,
  articles integer[] not null,
  owed_by text not null,
  organization_id uuid not null,
  action text,
  started_at timestamptz not null,
  due_at timestamptz not null,
  reminder boolean not null,
  -- set for lengths counted in working days, so that a provisional end can be counted again
  working_days integer,
  counted_from date,
  provisional boolean not null,
  ended_at timestamptz,
  fired_at timestamptz
);
create unique index deadline_running on runtime.deadline (record_id, name) where ended_at is null;
create index deadline_record on runtime.deadline (record_id);
create index deadline_due on runtime.deadline (due_at) where ended_at is null and fired_at is null;

create table runtime.item (
  noun text not null,
  record_id uuid primary key,
  organization_id uuid not null,
  number text not null,
  title text not null,
  state text not null,
  awaits text,
  awaits_organization_id uuid,
  since timestamptz not null,
  due_at timestamptz,
  updated_at timestamptz not null
);
create index item_awaits on runtime.item (awaits, coalesce(due_at, 'infinity'), record_id);
create index item_awaits_owner on runtime.item (awaits_organization_id, coalesce(due_at, 'infinity'), record_id)
  where awaits_organization_id is not null;
create index item_owner on runtime.item (organization_id, updated_at);

create table runtime.notification (
  id uuid primary key,
  organization_id uuid not null references runtime.organization,
  noun text not null,
  record_id uuid not null,
  action text not null,
  title text not null,
  body text not null,
  articles integer[] not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notification_inbox on runtime.notification (organization_id, id desc);
create index notification_unread on runtime.notification (organization_id) where read_at is null;

create table runtime.idempotency (
  actor text not null,
  key text not null,
  digest text not null,
  outcome jsonb,
  created_at timestamptz not null,
  primary key (actor, key)
);

create table runtime.document (
  id uuid primary key,
  organization_id uuid references runtime.organization,
  account_id text,
  name text not null,
  mime text not null,
  size integer not null,
  digest text not null,
  storage_key text not null,
  created_at timestamptz not null
);
create table runtime.document_use (
  document_id uuid not null references runtime.document,
  noun text not null,
  record_id uuid not null,
  kind text not null,
  readers text[] not null,
  attached_at timestamptz not null,
  primary key (document_id, record_id, kind)
);
create index document_use_record on runtime.document_use (record_id);

create table runtime.rule_parameter (
  id uuid primary key,
  name text not null,
  value jsonb not null,
  effective_from timestamptz not null,
  reason text not null,
  account_id text,
  created_at timestamptz not null
);
create index rule_parameter_name on runtime.rule_parameter (name, effective_from);

create table runtime.calendar_day (date date primary key, kind text not null check (kind in ('HOLIDAY','WORKDAY')), name text not null);
create table runtime.calendar_year (year integer primary key, source text not null);

create table runtime.account_facts (
  account_id text primary key,
  real_name_cipher text,
  real_name_verified_at timestamptz,
  real_name_verified_by text,
  undertaking_version text,
  undertaking_accepted_at timestamptz,
  password_changed_at timestamptz,
  password_history text[] not null default '{}'
);

create table runtime.sign_in_failure (username text not null, at timestamptz not null);
create index sign_in_failure_name on runtime.sign_in_failure (username, at);

create table runtime.machine_credential (
  id uuid primary key,
  number text not null unique,
  organization_id uuid not null references runtime.organization,
  state text not null constraint machine_credential_state check (state in ('ACTIVE','REVOKED','EXPIRED')),
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  name text not null,
  purpose text not null,
  roles text[] not null,
  token_prefix text not null,
  token_hash text not null unique,
  previous_hash text unique,
  previous_valid_until timestamptz,
  valid_until date not null,
  account_id text not null,
  last_used_at timestamptz
);
create index machine_credential_owner on runtime.machine_credential (organization_id, id);
create sequence runtime.machine_credential_number;
`)
    .execute(db);
}
