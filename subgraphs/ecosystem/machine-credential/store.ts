import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';

/** Of which party organisations are. */
export async function partiesOf(
  db: Db | Tx,
  organizationIds: readonly string[],
): Promise<Map<string, string>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('runtime.organization')
    .select(['id', 'party'])
    .where(anyOf('id', organizationIds))
    .execute();
  return new Map(rows.map((row) => [row.id, row.party]));
}
