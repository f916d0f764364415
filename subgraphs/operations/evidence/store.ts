import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';

/** Uploaded files by name and digest, in the order of their names. */
export async function readAttachments(db: Db | Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('runtime.document')
    .select(['name', 'digest'])
    .where(anyOf('id', ids))
    .orderBy('name')
    .orderBy('digest')
    .execute();
  return rows.map(({ name, digest }) => `${name} ${digest}`);
}
