import { type Kysely, sql } from 'kysely';

/** What outside monitoring tells: a row for each thing, not for each time that it is told (article 60). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table operations.incident_alert (
  organization_id uuid not null,
  fingerprint text not null,
  group_key text not null,
  status text not null check (status in ('firing', 'resolved')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  labels jsonb not null,
  annotations jsonb not null,
  received bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  incident_id uuid,
  primary key (organization_id, fingerprint)
);
create index incident_alert_incident on operations.incident_alert (incident_id, last_at);
create index incident_alert_group on operations.incident_alert (organization_id, group_key);
create index incident_alert_last on operations.incident_alert (last_at);
create index incident_alert_orphan on operations.incident_alert (first_at) where incident_id is null and status = 'firing';
`)
    .execute(db);
}
