import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';
import type { LegacyFacts } from './facts.ts';

/** Legacy apps by id, whoever may see them. */
export async function readLegacyApps(
  db: Db<AppsTables> | Tx<AppsTables>,
  ids: readonly string[],
): Promise<Map<string, LegacyFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('apps.legacyMobileApp')
    .select(['id', 'organizationId', 'state', 'name', 'disposition'])
    .where(anyOf('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
