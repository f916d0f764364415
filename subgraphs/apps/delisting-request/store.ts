import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';

/** The first instant after the announcement that is running, by request; absent where none is. */
export async function announcedUntil(db: Db | Tx, requestIds: readonly string[]): Promise<Map<string, Date>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('runtime.deadline')
    .select(['recordId', 'dueAt'])
    .where(anyOf('recordId', requestIds))
    .where('name', '=', 'announcement')
    .where('endedAt', 'is', null)
    .execute();
  return new Map(rows.map(({ recordId, dueAt }) => [recordId, dueAt]));
}
