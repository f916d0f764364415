import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';
import type { ExceptionFacts } from './in-force.ts';

/** Exceptions by id, whoever may see them; in a transaction they are held still until it ends. */
export async function readExceptions(
  db: Db<AppsTables> | Tx<AppsTables>,
  ids: readonly string[],
): Promise<Map<string, ExceptionFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('apps.consolidationException')
    .select(['id', 'organizationId', 'state', 'kind', 'validUntil'])
    .where(anyOf('id', ids))
    .$if(db.isTransaction, (query) => query.forShare())
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
