import type { Db } from '@zgt/runtime/database/open.ts';
import type { IncidentLevel } from '@zgt/schema/measure/incident-levels.ts';
import { sql } from 'kysely';

export interface StateCount {
  noun: string;
  state: string;
  count: number;
}

/** How many records of each kind stand in each state. */
export async function countByState(db: Db): Promise<StateCount[]> {
  const found = await sql<StateCount>`select noun, state, count(*)::int as count from runtime.item
    group by noun, state order by noun, state`.execute(db);
  return found.rows;
}

export interface MonthCount {
  month: string;
  noun: string;
  action: string;
  count: number;
}

/** How often each action was taken, by calendar month in Asia/Shanghai. */
export async function countByMonth(db: Db, from: Date, until: Date): Promise<MonthCount[]> {
  const found = await sql<MonthCount>`select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      noun, action, count(*)::int as count
    from runtime.audit_entry where outcome = 'DONE' and at >= ${from} and at < ${until}
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return found.rows;
}

export interface RefusalCount {
  code: string;
  articles: number[];
  count: number;
}

/** How often each refusal was given, with the articles that it named. */
export async function countRefusals(db: Db, from: Date, until: Date): Promise<RefusalCount[]> {
  const found = await sql<RefusalCount>`select body::jsonb->'refusal'->>'code' as code,
      body::jsonb->'articles' as articles, count(*)::int as count
    from runtime.audit_entry where outcome = 'REFUSED' and at >= ${from} and at < ${until}
    group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return found.rows;
}

export interface IncidentLevelCount {
  level: IncidentLevel;
  count: number;
}

/** How many incidents of each level were found in the span, by the gravest level that they reached; false alarms are none. */
export async function countIncidentLevels(db: Db, from: Date, until: Date): Promise<IncidentLevelCount[]> {
  const found = await sql<IncidentLevelCount>`select peak_level as level, count(*)::int as count
    from operations.incident
    where detected_at >= ${from} and detected_at < ${until} and state <> 'DISMISSED'
    group by 1 order by 1`.execute(db);
  return found.rows;
}

/** What is reviewed: the action by which it is handed in, and those that decide. */
export interface Review {
  noun: string;
  handingIn: string;
  decisions: readonly string[];
}

export interface ReviewTime {
  noun: string;
  cases: number;
  medianWorkingDays: number;
  p95WorkingDays: number;
}

/**
 * Working days from the latest handing-in to the decision, for decisions taken in the span, in the order of `reviews`.
 * Days are numbered by the calendar once; a review's length is the difference of two numbers.
 */
export async function reviewTimes(
  db: Db,
  reviews: readonly Review[],
  from: Date,
  until: Date,
): Promise<ReviewTime[]> {
  const kinds = reviews.map(
    ({ noun, handingIn, decisions }, index) =>
      sql`(${index}::int, ${noun}::text, ${handingIn}::text, ${[...decisions]}::text[])`,
  );
  const found = await sql<ReviewTime>`
    with kind (place, noun, handing_in, decisions) as (values ${sql.join(kinds)}),
    review as (
      select kind.place, kind.noun, (decision.at at time zone 'Asia/Shanghai')::date as decided_on,
        (submission.at at time zone 'Asia/Shanghai')::date as submitted_on
      from kind
      join runtime.audit_entry as decision on decision.noun = kind.noun and decision.outcome = 'DONE'
        and decision.action = any(kind.decisions) and decision.at >= ${from} and decision.at < ${until}
      cross join lateral (
        select at from runtime.audit_entry
        where record_id = decision.record_id and outcome = 'DONE' and action = kind.handing_in and at <= decision.at
        order by at desc limit 1
      ) as submission
    ),
    numbered as (
      select day::date as day,
        count(*) filter (where coalesce(named.kind = 'WORKDAY', extract(isodow from day) < 6)) over (order by day) as ordinal
      from generate_series((select min(submitted_on) from review), (select max(decided_on) from review), interval '1 day') as day
      left join runtime.calendar_day as named on named.date = day::date
    )
    select review.noun, count(*)::int as cases,
      round(percentile_cont(0.5) within group (order by ended.ordinal - started.ordinal)::numeric, 2)::float8 as median_working_days,
      round(percentile_cont(0.95) within group (order by ended.ordinal - started.ordinal)::numeric, 2)::float8 as p95_working_days
    from review
    join numbered as started on started.day = review.submitted_on
    join numbered as ended on ended.day = review.decided_on
    group by review.place, review.noun order by review.place`.execute(db);
  return found.rows;
}
