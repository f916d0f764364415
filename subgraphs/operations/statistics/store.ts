import type { Db } from '@zgt/runtime/database/open.ts';
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

export interface ReviewTime {
  noun: string;
  cases: number;
  medianWorkingDays: number;
  p95WorkingDays: number;
}

/**
 * Working days from the latest handing-in to the final decision, for decisions taken in the span.
 * Days are numbered by the calendar once; a review's length is the difference of two numbers.
 */
export async function reviewTime(
  db: Db,
  noun: string,
  handingIn: string,
  decisions: readonly string[],
  from: Date,
  until: Date,
): Promise<ReviewTime | null> {
  const found = await sql<ReviewTime>`
    with review as (
      select (decision.at at time zone 'Asia/Shanghai')::date as decided_on,
        (submission.at at time zone 'Asia/Shanghai')::date as submitted_on
      from runtime.audit_entry as decision
      cross join lateral (
        select at from runtime.audit_entry
        where record_id = decision.record_id and outcome = 'DONE' and action = ${handingIn} and at <= decision.at
        order by at desc limit 1
      ) as submission
      where decision.noun = ${noun} and decision.outcome = 'DONE' and decision.action in (${sql.join([...decisions])})
        and decision.at >= ${from} and decision.at < ${until}
    ),
    numbered as (
      select day::date as day,
        count(*) filter (where coalesce(named.kind = 'WORKDAY', extract(isodow from day) < 6)) over (order by day) as ordinal
      from generate_series((select min(submitted_on) from review), (select max(decided_on) from review), interval '1 day') as day
      left join runtime.calendar_day as named on named.date = day::date
    )
    select ${noun}::text as noun, count(*)::int as cases,
      round(percentile_cont(0.5) within group (order by ended.ordinal - started.ordinal)::numeric, 2)::float8 as median_working_days,
      round(percentile_cont(0.95) within group (order by ended.ordinal - started.ordinal)::numeric, 2)::float8 as p95_working_days
    from review
    join numbered as started on started.day = review.submitted_on
    join numbered as ended on ended.day = review.decided_on
    having count(*) > 0`.execute(db);
  return found.rows[0] ?? null;
}
