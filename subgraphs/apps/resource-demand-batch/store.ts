import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

/** The states of batches, whoever may see them; in a transaction they are held still until it ends. */
export async function readBatchStates(db: Read, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('apps.resourceDemandBatch')
    .select(['id', 'state'])
    .where(anyOf('id', ids))
    .orderBy('id')
    .$if(db.isTransaction, (query) => query.forUpdate())
    .execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** How many demands each batch holds. */
export async function countDemands(db: Read, batchIds: readonly string[]): Promise<Map<string, number>> {
  if (batchIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('apps.resourceDemand')
    .select(['batchId', ({ fn }) => fn.countAll<string>().as('count')])
    .where(anyOf('batchId', batchIds))
    .groupBy('batchId')
    .execute();
  return new Map(rows.map(({ batchId, count }) => [batchId!, Number(count)]));
}

/** True when a demand of the batch waits for a decision. */
export async function hasUndecided(db: Read, batchId: string): Promise<boolean> {
  const row = await db
    .selectFrom('apps.resourceDemand')
    .select('id')
    .where('batchId', '=', batchId)
    .where('state', '=', 'PENDING_CONSENT')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
