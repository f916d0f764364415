import type { Db } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/** The assessment record of an app; null when the app was never listed. */
export async function assessmentOf(db: Db<OperationsTables>, appId: string): Promise<string | null> {
  const row = await db
    .selectFrom('operations.riskAssessment')
    .select('id')
    .where('appId', '=', appId)
    .executeTakeFirst();
  return row?.id ?? null;
}
