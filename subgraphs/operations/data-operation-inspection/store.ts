import type { Tx } from '@zgt/runtime/database/open.ts';
import type { OperationsTables } from '../tables.ts';

/**
 * The inspection, other than one, from which the months until the next are counted; null when none is. It is looked
 * for among the closed ones, the latest first, rather than among the deadlines of everything.
 */
export async function remindsOfNext(tx: Tx<OperationsTables>, other: string): Promise<string | null> {
  const row = await tx
    .selectFrom('operations.dataOperationInspection as inspection')
    .select('inspection.id')
    .where('inspection.state', '=', 'CLOSED')
    .where('inspection.id', '<>', other)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('runtime.deadline as deadline')
          .select('deadline.id')
          .whereRef('deadline.recordId', '=', 'inspection.id')
          .where('deadline.name', '=', 'again')
          .where('deadline.endedAt', 'is', null),
      ),
    )
    .orderBy('inspection.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
