import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/** Which party secures an asset that is in use (article 66); null when there is no such asset. */
export async function securityOf(
  db: Db<OperationsTables> | Tx<OperationsTables>,
  id: string | null,
): Promise<string | null> {
  if (id === null) return null;
  const asset = await db
    .selectFrom('operations.opsAsset')
    .select('securityResponsible')
    .where('id', '=', id)
    .where('state', '=', 'IN_USE')
    .executeTakeFirst();
  return asset?.securityResponsible ?? null;
}
