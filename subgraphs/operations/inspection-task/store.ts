import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { InspectionCycle } from './check-items.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** The last day that a task of each cycle covers; absent for cycles without any. */
export async function lastTaskEnds(db: Read, organizationId: string): Promise<Map<InspectionCycle, string>> {
  const rows = await db
    .selectFrom('operations.inspectionTask')
    .select(['cycle', ({ fn }) => fn.max('periodEnd').as('periodEnd')])
    .where('organizationId', '=', organizationId)
    .groupBy('cycle')
    .execute();
  return new Map(rows.map(({ cycle, periodEnd }) => [cycle, periodEnd]));
}

const LISTED = sql`noun = 'App' and state in ('LISTED', 'DELISTING')`;

/** The numbers of some listed apps that each survey has not covered. */
export async function readUnchecked(db: Read, taskIds: readonly string[]): Promise<Map<string, string[]>> {
  if (taskIds.length === 0) return new Map();
  const found = await sql<{ taskId: string; numbers: string[] }>`
    select task.id as task_id, array_agg(app.number order by app.number) as numbers
    from unnest(${[...taskIds]}::uuid[]) as task (id)
    cross join lateral (select number from runtime.item where ${LISTED}
      and not exists (select from operations.inspection_app as checked
        where checked.task_id = task.id and checked.app_id = item.record_id)
      order by record_id limit 20) as app
    group by task.id`.execute(db);
  return new Map(found.rows.map(({ taskId, numbers }) => [taskId, numbers]));
}

export interface Coverage {
  checked: number;
  abnormal: number;
}

/** How many apps each task has covered, and how many were abnormal. */
export async function readCoverage(db: Read, taskIds: readonly string[]): Promise<Map<string, Coverage>> {
  const rows = await db
    .selectFrom('operations.inspectionApp')
    .select(['taskId', ({ fn }) => fn.countAll<string>().as('checked')])
    .select(sql<string>`count(*) filter (where finding = 'ABNORMAL')`.as('abnormal'))
    .where(anyOf('taskId', taskIds))
    .groupBy('taskId')
    .execute();
  return new Map(
    rows.map(({ taskId, checked, abnormal }) => [
      taskId,
      { checked: Number(checked), abnormal: Number(abnormal) },
    ]),
  );
}

/** Counts apps among those that a survey covers, with what was found; a later finding replaces an earlier one. */
export function checkedApps(taskId: string, appIds: readonly string[], finding: string, at: Date) {
  return sql`insert into operations.inspection_app (task_id, app_id, finding, checked_at)
    select ${taskId}::uuid, app_id, ${finding}, ${at} from unnest(${[...appIds]}::uuid[]) as given (app_id)
    on conflict (task_id, app_id) do update set finding = excluded.finding, checked_at = excluded.checked_at`;
}

/** Counts every listed app that a survey has not covered as normal. */
export function remainingApps(taskId: string, at: Date) {
  return sql`insert into operations.inspection_app (task_id, app_id, finding, checked_at)
    select ${taskId}::uuid, record_id, 'NORMAL', ${at} from runtime.item where ${LISTED}
    on conflict (task_id, app_id) do nothing`;
}

/** How many tasks of a period stand in each state: those that had to be done within it. */
export async function countTasks(
  db: Read,
  periodStart: string,
  periodEnd: string,
): Promise<{ state: string; count: number }[]> {
  const rows = await db
    .selectFrom('operations.inspectionTask')
    .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('periodEnd', '>=', periodStart)
    .where('periodEnd', '<=', periodEnd)
    .groupBy('state')
    .orderBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}
