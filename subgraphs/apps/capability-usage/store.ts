import type { Db } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import { sql } from 'kysely';
import type { AppsTables } from '../tables.ts';

type Read = Db<AppsTables>;

/** An event as it is counted: on the day of the call in Nanning. */
export interface CountedEvent {
  index: number;
  eventId: string;
  clientId: string;
  capability: string;
  count: number;
  failed: boolean;
  day: string;
}

/**
 * Alerts for totals that a statement has just written, as further parts of it: `totals` has the request, day and calls.
 * Each credential is told of once a day at 80 % and once at 100 % of its quota; of both at once the greater is told.
 */
function alerts(now: Date) {
  return sql`
    reached as (
      insert into apps.quota_alert (day, capability_request_id, percent)
      select totals.day, totals.capability_request_id, level.percent
        from totals join apps.capability_request as request on request.id = totals.capability_request_id
        join (values (80), (100)) as level (percent) on totals.calls * 100 >= request.daily_quota::bigint * level.percent
      on conflict do nothing returning day, capability_request_id, percent),
    told as (
      insert into runtime.notification (id, organization_id, noun, record_id, action, title, body, articles, created_at)
      select overlay(gen_random_uuid()::text placing left(${newId()}, 15) from 1)::uuid, organization.id,
        'CapabilityRequest', request.id, 'quota',
        '能力申请“' || request.capability_code || '”：' || alert.day || ' 的调用已达每日限额的 ' || alert.percent || '%',
        '凭证 ' || request.number || ' 的每日限额是 ' || request.daily_quota || ' 次。'
          || case alert.percent when 100 then '超出限额的调用会被拒绝，次日零时重新计数。' else '达到限额后的调用会被拒绝。' end
          || '需要更高限额的，请重新申请。',
        array[38], ${now}
      from (select day, capability_request_id, max(percent) as percent from reached group by 1, 2) as alert
        join apps.capability_request as request on request.id = alert.capability_request_id
        join runtime.organization as organization on organization.id = request.organization_id
          or (organization.party = 'PROJECT_COMPANY' and organization.status = 'ACTIVE')
      returning 1)`;
}

export interface Counted {
  /** How many events were counted now. */
  counted: number;
  /** Indexes of events whose client is not known, or not for that capability. */
  unknown: number[];
}

/**
 * Counts a batch in one statement: each event of a reporter once, however often and in whatever order it comes; totals,
 * alerts and what is remembered stand or fall together. Rows are taken in the order of their keys, so batches never deadlock.
 */
export async function countEvents(
  db: Read,
  reporter: string,
  events: readonly CountedEvent[],
  now: Date,
): Promise<Counted> {
  const found = await sql<Counted>`
    with given as (
      select event.*, request.id as request_id
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event ("index" integer, "eventId" text,
          "clientId" text, "capability" text, "count" integer, "failed" boolean, "day" date)
        left join apps.capability_request as request on request.number = event."clientId"
          and request.capability_code = event."capability" and request.daily_quota is not null),
    fresh as (
      insert into apps.usage_event (reporter, event_id, day, capability_request_id, calls, failed)
      select distinct on ("eventId") ${reporter}::uuid, "eventId", "day", request_id, "count", "failed"
        from given where request_id is not null order by "eventId", "index"
      on conflict do nothing returning day, capability_request_id, calls, failed),
    totals as (
      insert into apps.capability_usage as known_usage (day, capability_request_id, calls, failed_calls)
      select day, capability_request_id, sum(calls), coalesce(sum(calls) filter (where failed), 0)
        from fresh group by 1, 2 order by 1, 2
      on conflict (day, capability_request_id) do update
        set calls = known_usage.calls + excluded.calls, failed_calls = known_usage.failed_calls + excluded.failed_calls
      returning day, capability_request_id, calls),
    ${alerts(now)}
    select
      (select count(*)::integer from fresh) as counted,
      (select coalesce(json_agg("index" order by "index"), '[]') from given where request_id is null) as unknown`.execute(
    db,
  );
  return found.rows[0]!;
}

/**
 * Admits and counts one call, or admits none when the day's quota is used up; in one statement, so that no number of
 * calls at the same time can go beyond the quota. `failed` counts a call that the caller got wrong.
 */
export async function admitCall(
  db: Read,
  capabilityRequestId: string,
  day: string,
  quota: number,
  failed: boolean,
  now: Date,
): Promise<boolean> {
  const found = await sql<{ admitted: boolean }>`
    with totals as (
      insert into apps.capability_usage as known_usage (day, capability_request_id, calls, failed_calls)
      values (${day}::date, ${capabilityRequestId}::uuid, 1, ${failed ? 1 : 0})
      on conflict (day, capability_request_id) do update
        set calls = known_usage.calls + 1, failed_calls = known_usage.failed_calls + excluded.failed_calls
        where known_usage.calls < ${quota}
      returning day, capability_request_id, calls),
    ${alerts(now)}
    select exists (select from totals) as admitted`.execute(db);
  return found.rows[0]!.admitted;
}

/** Notes that an admitted call failed after all. */
export async function failCall(db: Read, capabilityRequestId: string, day: string): Promise<void> {
  await db
    .updateTable('apps.capabilityUsage')
    .set((use) => ({ failedCalls: use('failedCalls', '+', 1) }))
    .where('day', '=', day)
    .where('capabilityRequestId', '=', capabilityRequestId)
    .execute();
}

/** Forgets which events were counted before a day: none as old is accepted any more. */
export async function forgetEvents(db: Read, before: string): Promise<void> {
  await db.deleteFrom('apps.usageEvent').where('day', '<', before).execute();
}

/** The calls of one capability in a period, with the days that have any. */
export interface UsageRow {
  capabilityCode: string;
  capabilityName: string | null;
  calls: number;
  failedCalls: number;
  days: { day: string; calls: number; failedCalls: number }[];
}

export interface UsageWanted {
  /** Null for all organizations. */
  organizationId: string | null;
  /** Null for all requests. */
  capabilityRequestId: string | null;
  from: string;
  to: string;
}

/**
 * Calls by capability in a period, the most called first; every capability on offer is there, with 0 for one that
 * nobody calls (article 18). Of one request only its own capability.
 */
export async function readUsage(db: Read, wanted: UsageWanted): Promise<UsageRow[]> {
  const { organizationId, capabilityRequestId, from, to } = wanted;
  const chosen = [
    sql`true`,
    ...(organizationId ? [sql`organization_id = ${organizationId}::uuid`] : []),
    ...(capabilityRequestId ? [sql`id = ${capabilityRequestId}::uuid`] : []),
  ];
  const found = await sql<UsageRow>`
    with subject as (
      select id, capability_code from apps.capability_request where ${sql.join(chosen, sql` and `)}),
    daily as (
      select subject.capability_code as code, usage.day, sum(usage.calls) as calls, sum(usage.failed_calls) as failed_calls
      from apps.capability_usage as usage join subject on subject.id = usage.capability_request_id
      where usage.day between ${from}::date and ${to}::date group by 1, 2),
    listed as (
      select capability_code as code from subject where ${capabilityRequestId}::uuid is not null
      union select code from apps.capability
        where ${capabilityRequestId}::uuid is null and state in ('PUBLISHED', 'DEPRECATED')
      union select code from daily)
    select listed.code as capability_code,
      (select name from apps.capability where code = listed.code order by id desc limit 1) as capability_name,
      coalesce(sum(daily.calls), 0)::float8 as calls, coalesce(sum(daily.failed_calls), 0)::float8 as failed_calls,
      coalesce(json_agg(json_build_object('day', daily.day, 'calls', daily.calls, 'failedCalls', daily.failed_calls)
        order by daily.day) filter (where daily.day is not null), '[]') as days
    from listed left join daily on daily.code = listed.code
    group by listed.code order by calls desc, listed.code`.execute(db);
  return found.rows;
}
