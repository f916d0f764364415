import type { Db, Tx } from '@zgt/runtime/database/open.ts';

const UNREAD_SHOWN = 100;

/** How many notifications wait unread, counted up to 100: nobody needs to know more exactly. */
export async function unreadNotifications(db: Db, organizationId: string): Promise<number> {
  const rows = await db
    .selectFrom('runtime.notification')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('readAt', 'is', null)
    .limit(UNREAD_SHOWN)
    .execute();
  return rows.length;
}

/** Records that the account accepted a version of the undertaking. */
export async function acceptUndertaking(tx: Tx, accountId: string, version: string, at: Date): Promise<void> {
  await tx
    .updateTable('runtime.accountFacts')
    .set({ undertakingVersion: version, undertakingAcceptedAt: at })
    .where('accountId', '=', accountId)
    .execute();
}
