import { startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { AssessmentKind, OperationMetricName } from '../choices-assessments.ts';
import type { OperationsTables } from '../tables.ts';
import type { YearFigures } from './year-figures.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** The years that have an assessment, by kind. */
export async function openedYears(db: Read): Promise<Set<`${AssessmentKind} ${number}`>> {
  const rows = await db.selectFrom('operations.assessment').select(['kind', 'year']).execute();
  return new Set(rows.map(({ kind, year }) => `${kind} ${year}` as const));
}

/** What the metrics of December of each year say, by year and name. */
export async function lastMetrics(
  db: Read,
  years: readonly number[],
): Promise<Map<number, Partial<Record<OperationMetricName, number>>>> {
  const months = [...new Set(years)].map((year) => `${year}-12`);
  if (months.length === 0) return new Map();
  const rows = await db
    .selectFrom('operations.operationMetric')
    .select(['month', 'name', 'value'])
    .where(anyOf('month', months, 'text'))
    .execute();
  const found = new Map<number, Partial<Record<OperationMetricName, number>>>();
  for (const { month, name, value } of rows) {
    const year = Number(month.slice(0, 4));
    found.set(year, { ...found.get(year), [name]: value });
  }
  return found;
}

/**
 * What the incidents detected and the vulnerabilities reported in a year come to, false alarms left out. What goes on
 * still counts up to now. An incident counts whole in the year in which it was detected.
 */
export async function yearFigures(db: Read, year: number, now: Date): Promise<YearFigures> {
  const from = startOfShanghaiDay(`${year}-01-01`);
  const until = startOfShanghaiDay(`${year + 1}-01-01`);
  const found = await sql<YearFigures>`
    with incident as (
      select category, outage_scope, reporting_late,
        extract(epoch from reported_at - detected_at)::float8 * 1000 as report_ms,
        extract(epoch from ended_at - detected_at)::float8 * 1000 as resolve_ms,
        earlier_outage_ms + extract(epoch from coalesce(outage_ended_at, ${now}) - outage_started_at)::float8 * 1000 as outage_ms
      from operations.incident
      where detected_at >= ${from} and detected_at < ${until} and state <> 'DISMISSED'),
    vulnerability as (
      select extract(epoch from verified_at - created_at)::float8 * 1000 as ms from operations.vulnerability
      where created_at >= ${from} and created_at < ${until})
    select counted.*, mended.* from (select
        (count(*) filter (where outage_scope <> 'NONE'))::int as outages,
        coalesce(sum(outage_ms) filter (where outage_scope <> 'NONE'), 0) as outage_ms,
        (count(*) filter (where outage_scope in ('WHOLE_PLATFORM', 'PARTIAL_PLATFORM')))::int as platform_outages,
        coalesce(sum(outage_ms) filter (where outage_scope in ('WHOLE_PLATFORM', 'PARTIAL_PLATFORM')), 0) as platform_outage_ms,
        (count(*) filter (where category = 'FAULT'))::int as faults,
        (count(resolve_ms) filter (where category = 'FAULT'))::int as faults_ended,
        avg(report_ms) filter (where category = 'FAULT') as fault_report_ms,
        avg(resolve_ms) filter (where category = 'FAULT') as fault_resolve_ms,
        (count(*) filter (where category = 'FAULT' and reporting_late))::int as late_reports,
        (count(*) filter (where category = 'SECURITY'))::int as security_incidents,
        (count(resolve_ms) filter (where category = 'SECURITY'))::int as security_incidents_ended,
        avg(resolve_ms) filter (where category = 'SECURITY') as security_resolve_ms
      from incident) as counted,
      (select count(*)::int as vulnerabilities, count(ms)::int as vulnerabilities_verified, avg(ms) as vulnerability_ms
        from vulnerability) as mended`.execute(db);
  return found.rows[0]!;
}
