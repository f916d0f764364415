import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';
import type { RequestFacts } from './facts.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

/** Requests by id, whoever may see them; in a transaction they are held still until it ends. */
export async function readRequests(db: Read, ids: readonly string[]): Promise<Map<string, RequestFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('apps.infrastructureRequest')
    .select(['id', 'organizationId', 'number', 'state'])
    .where(anyOf('id', ids))
    .orderBy('id')
    .$if(db.isTransaction, (query) => query.forUpdate())
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many items of each request were not removed. */
export async function countItems(db: Read, requestIds: readonly string[]): Promise<Map<string, number>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('apps.infrastructureItem')
    .select(['requestId', ({ fn }) => fn.countAll<string>().as('count')])
    .where(anyOf('requestId', requestIds))
    .where('state', '<>', 'REMOVED')
    .groupBy('requestId')
    .execute();
  return new Map(rows.map(({ requestId, count }) => [requestId, Number(count)]));
}

/** True when the provider still owes something of the request. */
export async function isOpen(db: Read, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('apps.infrastructureItem')
    .select('id')
    .where('requestId', '=', requestId)
    .where('state', 'in', ['REQUESTED', 'PARTIAL'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
