import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { licensesInForce } from '../brand-authorization/store.ts';
import type { EcosystemTables } from '../tables.ts';
import { covers } from './coverage.ts';

type Read = Db<EcosystemTables> | Tx<EcosystemTables>;

/** Where the given marks stand; in a transaction they stay so until it ends, so that no lapsing mark is licensed. */
export async function trademarkStates(
  db: Read,
  trademarkIds: readonly string[],
): Promise<Map<string, string>> {
  if (trademarkIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('ecosystem.trademark')
    .select(['id', 'state'])
    .where(anyOf('id', trademarkIds))
    .$if(db.isTransaction, (query) => query.forShare())
    .execute();
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** The brand authorizations in the given states for a mark that no licence in force covers any longer. */
export async function uncoveredAuthorizationIds(
  tx: Tx<EcosystemTables>,
  trademarkId: string,
  states: readonly string[],
  today: string,
): Promise<string[]> {
  const licenses = await licensesInForce(tx, [trademarkId]);
  const rows = await tx
    .selectFrom('ecosystem.brandAuthorization')
    .select(['id', 'activities', 'validFrom', 'validUntil'])
    .where('trademarkId', '=', trademarkId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute();
  return rows.filter((row) => !licenses.some((license) => covers(license, row, today))).map((row) => row.id);
}
