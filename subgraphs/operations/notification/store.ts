import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { NotificationTable } from '@zgt/runtime/database/tables.ts';
import { sql } from 'kysely';

/** Whose inbox: an organisation's, as a member with these roles reads it. */
export interface Reader {
  organizationId: string;
  roles: readonly string[];
}

/** What the reader's inbox holds: what is for everybody, and what is for a role that the reader has. */
const inboxOf = ({ organizationId, roles }: Reader) =>
  sql<boolean>`organization_id = ${organizationId} and (roles is null or roles && ${[...roles]}::text[])`;

/** A page of an organisation's inbox, newest first, with one row more than asked when there is more. */
export async function readInbox(
  db: Db,
  reader: Reader,
  filter: { first: number; after: string | null; unreadOnly: boolean },
): Promise<NotificationTable[]> {
  let query = db
    .selectFrom('runtime.notification')
    .selectAll()
    .where(inboxOf(reader))
    .orderBy('id', 'desc')
    .limit(sql.lit(filter.first + 1));
  if (filter.after) query = query.where('id', '<', filter.after);
  if (filter.unreadOnly) query = query.where('readAt', 'is', null);
  return query.execute();
}

/** One notification of the organisation; null when it is another's or does not exist. */
export async function readNotification(
  db: Db | Tx,
  reader: Reader,
  id: string,
): Promise<NotificationTable | null> {
  const row = await db
    .selectFrom('runtime.notification')
    .selectAll()
    .where('id', '=', id)
    .where(inboxOf(reader))
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
export async function markInboxRead(tx: Tx, reader: Reader, at: Date): Promise<number> {
  const done = await tx
    .updateTable('runtime.notification')
    .set({ readAt: at })
    .where(inboxOf(reader))
    .where('readAt', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
