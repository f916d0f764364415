import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { OperationMetricName } from '../choices-assessments.ts';
import type { OperationsTables } from '../tables.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** True when a month has a value of that name. */
export async function isReported(db: Read, month: string, name: string): Promise<boolean> {
  const found = await db
    .selectFrom('operations.operationMetric')
    .select('id')
    .where('month', '=', month)
    .where('name', '=', name as OperationMetricName)
    .executeTakeFirst();
  return found !== undefined;
}

/** How many apps stand in the catalogue now. */
export async function countListedApps(db: Read): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from runtime.item
    where noun = 'App' and state in ('LISTED', 'DELISTING')`.execute(db);
  return found.rows[0]!.count;
}

export interface MetricPoint {
  month: string;
  name: OperationMetricName;
  value: number;
}

/** The values of a span of months, both included, in order. */
export async function readMetrics(db: Read, from: string, until: string): Promise<MetricPoint[]> {
  return db
    .selectFrom('operations.operationMetric')
    .select(['month', 'name', 'value'])
    .where('month', '>=', from)
    .where('month', '<=', until)
    .orderBy('month')
    .orderBy('name')
    .execute();
}
