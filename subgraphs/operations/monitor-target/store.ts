import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { MonitorSampleTable, MonitorStatusTable, MonitorTargetRow } from '../tables-incidents.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** How many other targets in use watch the same apps, by target. */
export async function countOthers(
  db: Read,
  targets: readonly { id: string; appId: string | null }[],
): Promise<Map<string, number>> {
  const watched = targets.filter(({ appId }) => appId !== null);
  if (watched.length === 0) return new Map();
  const rows = await db
    .selectFrom('operations.monitorTarget')
    .select(['id', 'appId'])
    .where(
      anyOf(
        'appId',
        watched.map(({ appId }) => appId!),
      ),
    )
    .where('state', '<>', 'RETIRED')
    .execute();
  return new Map(
    watched.map(({ id, appId }) => [id, rows.filter((row) => row.appId === appId && row.id !== id).length]),
  );
}

/** Whether an app is watched by any target in use. */
export async function isWatched(db: Read, appId: string): Promise<boolean> {
  const row = await db
    .selectFrom('operations.monitorTarget')
    .select('id')
    .where('appId', '=', appId)
    .where('state', '<>', 'RETIRED')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The statement that says when a target is checked next; null when it is not. */
export function nextCheckStatement(targetId: string, at: Date | null) {
  return sql`insert into operations.monitor_status (target_id, next_check_at) values (${targetId}, ${at}::timestamptz)
    on conflict (target_id) do update set next_check_at = excluded.next_check_at`;
}

/** The statement that ties a target to the incident that it raised, or unties it. */
export function incidentStatement(targetId: string, incidentId: string | null) {
  return sql`update operations.monitor_status set incident_id = ${incidentId}::uuid where target_id = ${targetId}`;
}

/** What a target's last checks came to; held still until the transaction ends. */
export async function lockStatus(tx: Tx<OperationsTables>, targetId: string): Promise<MonitorStatusTable> {
  return tx
    .selectFrom('operations.monitorStatus')
    .selectAll()
    .where('targetId', '=', targetId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The incident that a target has raised and that is not over. */
export async function openIncidentOf(
  tx: Read,
  targetId: string,
): Promise<{ id: string; outageEndedAt: Date | null } | null> {
  const row = await tx
    .selectFrom('operations.incident')
    .select(['id', 'outageEndedAt'])
    .where('monitorTargetId', '=', targetId)
    .where('state', 'in', ['DETECTED', 'REPORTED', 'HANDLING', 'VERIFYING'])
    .executeTakeFirst();
  return row ?? null;
}

/** Where targets stand. */
export async function readStatuses(db: Read, targetIds: readonly string[]): Promise<MonitorStatusTable[]> {
  return db.selectFrom('operations.monitorStatus').selectAll().where(anyOf('targetId', targetIds)).execute();
}

/** The newest samples of targets, each newest first. */
export async function readSamples(
  db: Read,
  targetIds: readonly string[],
  most: number,
): Promise<MonitorSampleTable[]> {
  const found =
    await sql<MonitorSampleTable>`select sample.* from unnest(${[...targetIds]}::uuid[]) as wanted (id)
    cross join lateral (select * from operations.monitor_sample where target_id = wanted.id order by at desc limit ${sql.lit(most)})
      as sample`.execute(db);
  return found.rows;
}

/** A check that is due, taken by this worker. */
export type ClaimedCheck = Pick<
  MonitorTargetRow,
  'id' | 'name' | 'probe' | 'address' | 'timeoutSeconds' | 'warnDays'
>;

/**
 * Takes checks that are due and dates their next, in one statement: however many workers ask at the same time, each
 * check is one worker's. One that dies leaves its checks to the next interval.
 */
export async function claimDueChecks(db: Read, now: Date, most: number): Promise<ClaimedCheck[]> {
  const found = await sql<ClaimedCheck>`
    with due as (
      select target_id from operations.monitor_status where next_check_at <= ${now} order by next_check_at
      limit ${sql.lit(most)} for update skip locked)
    update operations.monitor_status as status
      set next_check_at = ${now}::timestamptz + make_interval(secs => target.interval_seconds)
      from due join operations.monitor_target as target on target.id = due.target_id
      where status.target_id = due.target_id
    returning target.id, target.name, target.probe, target.address, target.timeout_seconds, target.warn_days`.execute(
    db,
  );
  return found.rows;
}

/** When the next check is due; null when none is. */
export async function nextCheckAt(db: Read): Promise<Date | null> {
  const row = await db
    .selectFrom('operations.monitorStatus')
    .select(({ fn }) => fn.min('nextCheckAt').as('at'))
    .executeTakeFirstOrThrow();
  return row.at;
}

export interface Sample {
  targetId: string;
  at: Date;
  ok: boolean;
  latencyMs: number | null;
  note: string;
}

/** The statement that keeps samples and counts failures in a row; it gives where each target stands now. */
export function recordStatement(samples: readonly Sample[]) {
  return sql<Pick<MonitorStatusTable, 'targetId' | 'ok' | 'failures' | 'failingSince' | 'incidentId'>>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(samples)}::jsonb) as sample ("targetId" uuid, "at" timestamptz,
        "ok" boolean, "latencyMs" integer, "note" text)),
    kept as (
      insert into operations.monitor_sample (target_id, at, ok, latency_ms, note)
      select "targetId", "at", "ok", "latencyMs", "note" from given)
    update operations.monitor_status as status set checked_at = given."at", ok = given."ok", latency_ms = given."latencyMs",
        note = given."note", failures = case when given."ok" then 0 else failures + 1 end,
        failing_since = case when given."ok" then null else coalesce(failing_since, given."at") end
      from given where status.target_id = given."targetId"
    returning status.target_id, status.ok, status.failures, status.failing_since, status.incident_id`;
}

/** Drops samples from before an instant. */
export async function forgetSamples(db: Read, before: Date): Promise<void> {
  await db.deleteFrom('operations.monitorSample').where('at', '<', before).execute();
}
