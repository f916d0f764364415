import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/** The number of the platform's assessment of at least that level, as kept now; null when there is none. */
export async function mlpsPassed(
  db: Db<OperationsTables> | Tx<OperationsTables>,
  platformId: string,
  level: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('operations.mlpsRecord')
    .select('number')
    .where('platformId', '=', platformId)
    .where('state', '=', 'KEPT')
    .where('level', '>=', level)
    .executeTakeFirst();
  return row?.number ?? null;
}

/** The tasks that a platform has or had. */
export async function tasksOf(
  db: Db<OperationsTables>,
  platformId: string,
): Promise<{ id: string; kind: string; state: string }[]> {
  return db
    .selectFrom('operations.complianceTask')
    .select(['id', 'kind', 'state'])
    .where('platformId', '=', platformId)
    .execute();
}
