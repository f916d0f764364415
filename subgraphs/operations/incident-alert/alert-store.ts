import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { ReceivedAlert } from './payload.ts';

type Read = Db<OperationsTables>;

/** Alerts as one sender told them, in the order in which they came. */
export interface Told extends ReceivedAlert {
  organizationId: string;
}

/** States in which an incident is still dealt with. */
const OPEN = sql`('DETECTED', 'REPORTED', 'HANDLING', 'VERIFYING')`;

/**
 * Keeps what was told in one statement, however much: a row for each thing, the last word counts, and how often it was
 * told. Rows are taken in the order of their keys, so that two storms never wait for each other.
 */
export async function keepAlerts(db: Read, told: readonly Told[], now: Date): Promise<void> {
  await sql`
    with given as (
      select distinct on (told."organizationId", told."fingerprint") told.*, count(*) over (
          partition by told."organizationId", told."fingerprint") as times
      from jsonb_to_recordset(${JSON.stringify(told.map((one, place) => ({ ...one, place })))}::jsonb) as told (
        "place" integer, "organizationId" uuid, "fingerprint" text, "groupKey" text, "status" text, "startsAt" timestamptz,
        "endsAt" timestamptz, "labels" jsonb, "annotations" jsonb)
      order by told."organizationId", told."fingerprint", told."place" desc)
    insert into operations.incident_alert as known (organization_id, fingerprint, group_key, status, starts_at, ends_at, labels,
        annotations, received, first_at, last_at)
      select "organizationId", "fingerprint", "groupKey", "status", "startsAt", "endsAt", "labels", "annotations", times,
        ${now}::timestamptz, ${now}::timestamptz
      from given
    on conflict (organization_id, fingerprint) do update set group_key = excluded.group_key, status = excluded.status,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, labels = excluded.labels, annotations = excluded.annotations,
      received = known.received + excluded.received, last_at = excluded.last_at,
      -- what fires anew, or goes on firing after its incident was closed, looks for an incident again
      incident_id = case when excluded.status = 'firing' and (known.status = 'resolved' or exists (
          select from operations.incident where incident.id = known.incident_id and incident.state = 'CLOSED'))
        then null else known.incident_id end`.execute(db);
}

/** A group of firing alerts that belongs to no incident yet. */
export interface OrphanGroup {
  organizationId: string;
  groupKey: string;
  alerts: number;
  startsAt: Date;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** How many suspected incidents of alerts the sender has that nobody has looked at, from the last minutes. */
  unseen: number;
}

/** Groups of firing alerts without an incident, the oldest first. */
export async function orphanGroups(db: Read, since: Date, most: number): Promise<OrphanGroup[]> {
  const found = await sql<OrphanGroup>`
    with orphans as (
      select organization_id, group_key, count(*)::integer as alerts, min(starts_at) as starts_at,
        (array_agg(labels order by starts_at, fingerprint))[1] as labels,
        (array_agg(annotations order by starts_at, fingerprint))[1] as annotations
      from operations.incident_alert where incident_id is null and status = 'firing'
      group by organization_id, group_key order by min(first_at), group_key limit ${sql.lit(most)})
    select orphans.*, (select count(*)::integer from operations.incident where source = 'ALERT' and state = 'DETECTED'
        and detected_at > ${since} and alert_group like orphans.organization_id || ':%') as unseen
    from orphans`.execute(db);
  return found.rows;
}

/** The incident that is open for a group of alerts. */
export async function openIncidentOfGroup(db: Read, alertGroup: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select id from operations.incident
    where alert_group = ${alertGroup} and state in ${OPEN}`.execute(db);
  return found.rows[0]?.id ?? null;
}

/** Ties the firing alerts of groups to an incident. */
export async function tieGroups(
  db: Read,
  organizationId: string,
  groupKeys: readonly string[],
  incidentId: string,
): Promise<void> {
  await sql`update operations.incident_alert set incident_id = ${incidentId}
    where organization_id = ${organizationId} and group_key = any(${[...groupKeys]}::text[]) and incident_id is null
      and status = 'firing'`.execute(db);
}

/** An open incident whose alerts say otherwise than it stands. */
export interface Disagreement {
  id: string;
  /** All alerts are resolved, and when the last was; null while one fires. */
  resolvedAt: Date | null;
  /** When the oldest of those that fire began; null when none does. */
  firingSince: Date | null;
}

/** Incidents of alerts whose outage goes on although all are resolved, or is over although one fires again. */
export async function disagreements(db: Read, most: number): Promise<Disagreement[]> {
  const found = await sql<Disagreement>`
    select incident.id, greatest(told.resolved_at, case when told.resolved_at is not null then incident.outage_started_at end)
        as resolved_at, told.firing_since
    from operations.incident as incident cross join lateral (
      select case when bool_and(status = 'resolved') then max(coalesce(ends_at, last_at)) end as resolved_at,
        min(starts_at) filter (where status = 'firing') as firing_since
      from operations.incident_alert where incident_id = incident.id) as told
    where incident.source = 'ALERT' and incident.state in ${OPEN}
      and ((incident.outage_ended_at is null and told.resolved_at is not null)
        or (incident.outage_ended_at is not null and told.firing_since > incident.outage_ended_at))
    order by incident.id limit ${sql.lit(most)}`.execute(db);
  return found.rows;
}

/** What alerts say of incidents: how many there are, how many fire, and how often all were told. */
export interface AlertFigures {
  incidentId: string;
  alerts: number;
  firing: number;
  received: number;
}

export async function alertFigures(db: Read, incidentIds: readonly string[]): Promise<AlertFigures[]> {
  const found = await sql<AlertFigures>`
    select incident_id, count(*)::integer as alerts, (count(*) filter (where status = 'firing'))::integer as firing,
      sum(received)::float8 as received
    from operations.incident_alert where incident_id = any(${[...incidentIds]}::uuid[]) group by incident_id`.execute(
    db,
  );
  return found.rows;
}

/** Drops what was resolved long ago. */
export async function forgetResolved(db: Read, before: Date): Promise<void> {
  await db
    .deleteFrom('operations.incidentAlert')
    .where('status', '=', 'resolved')
    .where('lastAt', '<', before)
    .execute();
}
