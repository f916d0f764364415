import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { NotificationTable } from '@zgt/runtime/database/tables.ts';
import { sql } from 'kysely';

/** A page of an organisation's inbox, newest first, with one row more than asked when there is more. */
export async function readInbox(
  db: Db,
  organizationId: string,
  filter: { first: number; after: string | null; unreadOnly: boolean },
): Promise<NotificationTable[]> {
  let query = db
    .selectFrom('runtime.notification')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(sql.lit(filter.first + 1));
  if (filter.after) query = query.where('id', '<', filter.after);
  if (filter.unreadOnly) query = query.where('readAt', 'is', null);
  return query.execute();
}

/** One notification of the organisation; null when it is another's or does not exist. */
export async function readNotification(
  db: Db | Tx,
  organizationId: string,
  id: string,
): Promise<NotificationTable | null> {
  const row = await db
    .selectFrom('runtime.notification')
    .selectAll()
    .where('id', '=', id)
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Marks one notification as read; the first reading stays on record. */
export async function markRead(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('runtime.notification')
    .set({ readAt: at })
    .where('id', '=', id)
    .where('readAt', 'is', null)
    .execute();
}

/** Marks the whole inbox as read. */
export async function markInboxRead(tx: Tx, organizationId: string, at: Date): Promise<number> {
  const done = await tx
    .updateTable('runtime.notification')
    .set({ readAt: at })
    .where('organizationId', '=', organizationId)
    .where('readAt', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
