import type { Db } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/** The kinds of mechanism that have a document in force. */
export async function kindsInForce(db: Db<OperationsTables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('operations.mechanismDocument')
    .select('kind')
    .where('state', '=', 'IN_FORCE')
    .execute();
  return new Set(rows.map(({ kind }) => kind));
}
