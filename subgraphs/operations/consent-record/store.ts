import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

/** The notice that a consent is given to; in a transaction it stays as it is until the consent is written. */
export async function noticeOf(db: Read, id: string | null) {
  if (id === null) return null;
  const row = await db
    .selectFrom('operations.privacyNotice')
    .select(['state', 'organizationId', 'purposes', 'versionText', 'appName', 'appId'])
    .where('id', '=', id)
    .$if(db.isTransaction, (query) => query.forShare())
    .executeTakeFirst();
  return row ?? null;
}
