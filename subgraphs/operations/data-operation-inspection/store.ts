import type { Tx } from '@zgt/runtime/database/open.ts';

/** The inspection, other than one, from which the months until the next are counted; null when none is. */
export async function remindsOfNext(tx: Tx, other: string): Promise<string | null> {
  const row = await tx
    .selectFrom('runtime.deadline')
    .select('recordId')
    .where('noun', '=', 'DataOperationInspection')
    .where('name', '=', 'again')
    .where('endedAt', 'is', null)
    .where('recordId', '<>', other)
    .limit(1)
    .executeTakeFirst();
  return row?.recordId ?? null;
}
