import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AssessmentKind, OperationMetricName } from '../choices-assessments.ts';
import type { OperationsTables } from '../tables.ts';

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
