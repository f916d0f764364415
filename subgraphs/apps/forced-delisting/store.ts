import type { Db } from '@zgt/runtime/database/open.ts';
import type { AppsTables } from '../tables.ts';

/** The forced delisting that a vulnerability caused; null when it caused none. */
export async function ofVulnerability(db: Db<AppsTables>, vulnerabilityId: string): Promise<string | null> {
  const row = await db
    .selectFrom('apps.forcedDelisting')
    .select('id')
    .where('vulnerabilityId', '=', vulnerabilityId)
    .executeTakeFirst();
  return row?.id ?? null;
}
