import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';

/** What a plan for a legacy app is judged by, whoever may see it. */
export interface LegacyFacts {
  id: string;
  organizationId: string;
  state: string;
  name: string;
  disposition: string;
}

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
