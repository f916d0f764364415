import type { Db } from '@zgt/runtime/database/open.ts';
import type { ProductWorkKind } from '../choices-coordination.ts';
import type { OperationsTables } from '../tables.ts';

/** True when the kind has work that covers the day. */
export async function isCovered(
  db: Db<OperationsTables>,
  kind: ProductWorkKind,
  day: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('operations.productWork')
    .select('id')
    .where('kind', '=', kind)
    .where('periodStart', '<=', day)
    .where('periodEnd', '>=', day)
    .executeTakeFirst();
  return found !== undefined;
}
