import type { Db } from '@zgt/runtime/database/open.ts';
import { RECOMMENDED_FROM } from '@zgt/schema/measure/app-score.ts';
import { sql } from 'kysely';
import type { AppsTables } from '../tables.ts';
import type { AppScoreFacts } from './formula.ts';

export interface AppToScore extends AppScoreFacts {
  appId: string;
  appName: string;
  organizationId: string;
  /** The newest confirmed grade of its provider (article 42); null before the first. */
  unitGrade: string | null;
}

/** A month of Nanning: its name, its first instant, the first after it, and twelve months before that. */
export interface Period {
  name: string;
  start: Date;
  end: Date;
  yearBefore: Date;
}

/** Market apps in the catalogue by the end of a period that have no score for it yet, with what they are scored by. */
export async function readAppsToScore(
  db: Db<AppsTables>,
  period: Period,
  limit: number,
): Promise<AppToScore[]> {
  const { name, start, end, yearBefore } = period;
  const found = await sql<AppToScore>`
    with app as (
      select * from apps.app where service_class = 'MARKET' and state in ('LISTED', 'DELISTING')
        and coalesce(score_period, '') < ${name} and first_listed_at < ${end}
      order by coalesce(score_period, ''), id limit ${sql.lit(limit)})
    select app.id as app_id, app.name as app_name, app.organization_id,
      (select state from runtime.standing where organization_id = app.organization_id and kind = 'UNIT_ASSESSMENT') as unit_grade,
      (select check_.should_count from apps.app_version as listed join apps.standard_check as check_ on check_.id = listed.check_id
        where listed.id = app.listed_version_id) as should_findings,
      reviews.reviewed as reviewed_versions, reviews.returned as returned_versions,
      coalesce(cardinality(app.domains), 0) > 0 as domains, app.industry_category is not null as industry,
      coalesce(cardinality(app.terminals), 0) > 0 as terminals, app.ops_confirmed_at is not null as ops_profile,
      coalesce(app.last_drill_on >= (${yearBefore}::timestamptz at time zone 'Asia/Shanghai')::date, false) as drilled,
      coalesce((select release_notes from apps.app_version where id = app.listed_version_id), '') <> '' as release_notes,
      usage.calls, usage.failed_calls, duties.due as due_duties, duties.kept as kept_duties,
      (select count(*)::integer from apps.forced_delisting as forced where forced.app_id = app.id
        and executed_at >= ${yearBefore} and executed_at < ${end}) as forced_delistings
    from app
    cross join lateral (
      select count(*)::integer as reviewed, count(*) filter (where was_returned)::integer as returned
      from (
        select listed_at >= ${yearBefore} and listed_at < ${end} as was_listed, exists (
          select from runtime.audit_entry where record_id = version.id and at >= ${yearBefore} and at < ${end}
            and action = 'return' and outcome = 'DONE') as was_returned
        from apps.app_version as version where version.app_id = app.id) as version
      where was_listed or was_returned) as reviews
    cross join lateral (
      select coalesce(sum(used.calls), 0)::integer as calls, coalesce(sum(used.failed_calls), 0)::integer as failed_calls
      from apps.capability_request as request join apps.capability_usage as used on used.capability_request_id = request.id
      where request.app_id = app.id and request.environment = 'PRODUCTION'
        and used.day >= (${start}::timestamptz at time zone 'Asia/Shanghai')::date
        and used.day < (${end}::timestamptz at time zone 'Asia/Shanghai')::date) as usage
    cross join lateral (
      select count(*)::integer as due, count(*) filter (where ended_at < due_at)::integer as kept
      from runtime.deadline where owed_by = 'OWNER' and not reminder and action is null
        and due_at >= ${start} and due_at < ${end}
        and record_id in (
          select app.id union all select id from apps.app_version where app_id = app.id
          union all select id from apps.delisting_request where app_id = app.id
          union all select id from apps.forced_delisting where app_id = app.id)) as duties
    order by app.id`.execute(db);
  return found.rows;
}

/** The apps that the catalogue recommends: those that the company ranked by hand, then by score; the newer first among equals. */
export async function recommendedIds(db: Db<AppsTables>, first: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from apps.app
    where state = 'LISTED' and service_class = 'MARKET' and score >= ${sql.lit(RECOMMENDED_FROM)}
    order by coalesce(recommend_rank, 1000), score desc, id desc limit ${sql.lit(first)}`.execute(db);
  return found.rows.map(({ id }) => id);
}
