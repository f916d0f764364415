import type { Db } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/** The end of the last period for which the organisation has a check of the kind; null when it has none. */
export async function lastCheckedPeriod(
  db: Db<OperationsTables>,
  kind: string,
  organizationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('operations.safetyCheck')
    .select('periodEnd')
    .where('kind', '=', kind)
    .where('organizationId', '=', organizationId)
    .orderBy('periodEnd', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.periodEnd ?? null;
}
