import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const LEVELS = `('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4')`;
const SCOPES = `('NONE', 'WHOLE_PLATFORM', 'PARTIAL_PLATFORM', 'SINGLE_APP', 'UNSTABLE')`;

const incident = registerTable(
  'operations.incident',
  ['DETECTED', 'REPORTED', 'HANDLING', 'VERIFYING', 'ENDED', 'REPORT_FILED', 'CLOSED', 'DISMISSED'],
  `title text not null,
  description text not null,
  category text not null check (category in ('FAULT', 'SECURITY', 'DATA')),
  source text not null check (source in ('PERSON', 'MONITOR', 'ALERT')),
  app_id uuid,
  platform_id uuid,
  affected text,
  monitor_target_id uuid,
  alert_group text,
  outage_scope text not null check (outage_scope in ${SCOPES}),
  outage_started_at timestamptz not null,
  outage_ended_at timestamptz check (outage_ended_at >= outage_started_at),
  longest_outage_ms double precision not null,
  damaged_data text not null check (damaged_data in ('NONE', 'IDENTITY', 'PERSONAL', 'IMPORTANT', 'GENERAL')),
  data_effect text not null check (data_effect in ('UNASSESSED', 'FOUND', 'NOT_FOUND')),
  threat text not null check (threat in ('NONE', 'ESPECIALLY_SERIOUS', 'SERIOUS', 'FAIRLY_LARGE', 'SOME')),
  started_at timestamptz not null,
  detected_at timestamptz not null,
  reported_at timestamptz,
  handling_started_at timestamptz,
  ended_at timestamptz,
  handling_late boolean,
  reporting_late boolean,
  computed_level text not null check (computed_level in ${LEVELS}),
  level text not null check (level in ${LEVELS}),
  peak_level text not null check (peak_level in ${LEVELS}),
  criteria jsonb not null,
  next_crossing_at timestamptz,
  progress_due_at timestamptz,
  progress_overdue_at timestamptz,
  last_progress_at timestamptz,
  progress_count integer not null,
  progress_missed integer not null,
  joint_group_at timestamptz,
  commander_name text,
  commander_account_id text,
  commander_due_at timestamptz,
  notices_decided text[] not null,
  evidence_kept_at timestamptz,
  resolution text,
  cause text,
  impact text,
  measures text,
  -- article 61: graver levels have the smaller number; none in force is below what the facts make
  constraint incident_level_floor check (level <= computed_level and peak_level <= level),
  -- article 63: no emergency ends before what happened is kept, none is closed before its written report
  constraint incident_evidence check (state not in ('ENDED', 'REPORT_FILED', 'CLOSED') or evidence_kept_at is not null),
  constraint incident_report check (state not in ('REPORT_FILED', 'CLOSED') or (cause is not null and measures is not null)),
  constraint incident_handled check (state in ('DETECTED', 'REPORTED', 'DISMISSED') or handling_started_at is not null)`,
);

const notice = registerTable(
  'operations.incident_notice',
  ['SENT', 'ANSWERED'],
  `incident_id uuid not null references operations.incident,
  app_id uuid not null,
  app_name text not null,
  text text not null,
  answer text,
  constraint incident_notice_answered check ((state = 'ANSWERED') = (answer is not null))`,
);

const accountability = registerTable(
  'operations.accountability_case',
  ['OPENED', 'INVESTIGATING', 'DETERMINED', 'DISPOSED', 'CLOSED', 'DISMISSED'],
  `scope text not null check (scope in ('OPS', 'PUBLIC_OPERATION', 'MARKET', 'SECURITY', 'BRAND')),
  subject text not null check (subject in ('GOVERNMENT', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT', 'PROJECT_COMPANY',
    'ENTERPRISE', 'PERSON')),
  subject_name text not null,
  incident_id uuid references operations.incident,
  lead text not null check (lead in ('MANAGEMENT_UNIT', 'PROJECT_COMPANY')),
  matter text not null,
  investigation text,
  finding text,
  responsibility text check (responsibility in ('SUBJECT', 'OTHER', 'UNDETERMINED')),
  responsible_name text,
  bearer text check (bearer in ('SUBJECT', 'OTHER', 'OWNER_UNIT')),
  measure text check (measure in ('CRITICISM', 'RECTIFICATION', 'AGREEMENT', 'CONCESSION', 'LEGAL', 'OTHER')),
  disposal text,
  clause text,
  report text,
  reported_at timestamptz,
  -- article 63: only enterprises and persons in matters of operation are left to the company
  constraint accountability_case_lead check (lead = 'MANAGEMENT_UNIT'
    or (scope in ('OPS', 'MARKET') and subject in ('ENTERPRISE', 'PERSON'))),
  -- articles 54 and 64: what cannot be found out, and harm to the brand, falls to the owner unit
  constraint accountability_case_bearer check (bearer = 'OWNER_UNIT' or (scope <> 'BRAND' and bearer = responsibility)),
  -- article 72: a measure by the concession names its clause
  constraint accountability_case_clause check (measure <> 'CONCESSION' or clause is not null),
  constraint accountability_case_report check (state <> 'CLOSED' or reported_at is not null)`,
);

/** Incidents with their course, what providers are told of them, and who is answerable (articles 60 to 64 and 72). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${incident}
${notice}
${accountability}
${listIndexes('operations.incident', ['title', 'affected'])}
${listIndexes('operations.incident_notice', ['app_name'])}
${listIndexes('operations.accountability_case', ['subject_name'])}
create index incident_by_level on operations.incident (level, id);
create index incident_by_category on operations.incident (category, id);
create index incident_detected on operations.incident (detected_at);
create index incident_alerts_open on operations.incident (id) where source = 'ALERT' and state in ('DETECTED', 'REPORTED', 'HANDLING', 'VERIFYING');
create index incident_notice_incident on operations.incident_notice (incident_id, id);
create index accountability_case_incident on operations.accountability_case (incident_id, id);
create index accountability_case_scope on operations.accountability_case (scope, id);
-- of all that a storm of alerts or failing checks says of one thing, one incident is open
create unique index incident_open_group on operations.incident (alert_group)
  where state not in ('CLOSED', 'DISMISSED', 'REPORT_FILED', 'ENDED');
create unique index incident_open_target on operations.incident (monitor_target_id)
  where state not in ('CLOSED', 'DISMISSED', 'REPORT_FILED', 'ENDED');

create table operations.incident_entry (
  id bigint generated by default as identity primary key,
  incident_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('DETECTED', 'LEVEL_SET', 'ESCALATED', 'LOWERED', 'OUTAGE', 'PROGRESS_MISSED', 'COMMANDER',
    'NOTICE', 'NOTE')),
  level text not null check (level in ${LEVELS}),
  text text not null,
  by_name text not null
);
create index incident_entry_incident on operations.incident_entry (incident_id, id);

create table operations.progress_report (
  id bigint generated by default as identity primary key,
  incident_id uuid not null,
  at timestamptz not null,
  due_at timestamptz,
  late boolean not null check (late = (due_at is not null and at > due_at)),
  level text not null check (level in ${LEVELS}),
  text text not null,
  by_name text not null
);
create index progress_report_incident on operations.progress_report (incident_id, id);

create table operations.external_notice (
  id bigint generated by default as identity primary key,
  incident_id uuid not null,
  at timestamptz not null,
  recipient text not null check (recipient in ('PUBLIC_SECURITY', 'CYBERSPACE', 'OTHER')),
  decision text not null check (decision in ('NOTIFIED', 'NOT_NEEDED')),
  note text not null,
  by_name text not null
);
create index external_notice_incident on operations.external_notice (incident_id, id);

-- article 63: the course of an incident is evidence, and evidence is not rewritten
create function operations.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% keeps what happened: rows are neither changed nor removed (article 63)', tg_table_name;
end $$;
create trigger incident_entry_kept before update or delete on operations.incident_entry
  for each row execute function operations.refuse_change();
create trigger progress_report_kept before update or delete on operations.progress_report
  for each row execute function operations.refuse_change();
create trigger external_notice_kept before update or delete on operations.external_notice
  for each row execute function operations.refuse_change();
`)
    .execute(db);
}
