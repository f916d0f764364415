import { sql } from 'kysely';
import type { Db } from '../database/open.ts';

/**
 * Does some work while nothing can be written into the audit log of an embedded database. The owner's rights are
 * needed to break it at all; the product's sessions have given them up.
 */
export async function withBrokenLog<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const asOwner = async (statement: string) => {
    await sql`reset role`.execute(db);
    await sql.raw(statement).execute(db);
    await sql`set role zgt_embedded`.execute(db);
  };
  await asOwner('update runtime.audit_lane set lane = lane + 100');
  try {
    return await work();
  } finally {
    await asOwner('update runtime.audit_lane set lane = lane - 100');
  }
}
