import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

/** The published base capability of each of the categories: there is one at most (article 18). */
export async function publishedBases(
  db: Read,
  categories: readonly string[],
): Promise<{ id: string; category: string; code: string }[]> {
  if (categories.length === 0) return [];
  return db
    .selectFrom('apps.capability')
    .select(['id', 'category', 'code'])
    .where('tier', '=', 'BASE')
    .where('state', '=', 'PUBLISHED')
    .where(anyOf('category', categories, 'text'))
    .execute();
}
