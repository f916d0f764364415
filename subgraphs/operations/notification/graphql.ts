import { now } from '@zgt/runtime/clock.ts';
import type { NotificationTable } from '@zgt/runtime/database/tables.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { connectionOf } from '@zgt/runtime/graphql/connection.ts';
import { cursorId, pageSize } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { isId } from '@zgt/runtime/id.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { changeOnce } from '../request.ts';
import { markInboxRead, markRead, type Reader, readInbox, readNotification } from './store.ts';

/** Whose inbox the viewer reads; null for who acts for no organisation. */
const readerOf = ({ organizationId, roles }: Viewer): Reader | null =>
  organizationId === null ? null : { organizationId, roles };

/** The inbox of the viewer's organisation; one reader marks for all of it. */
export function addNotifications(builder: Builder, shared: SharedTypes): void {
  const notification = builder.objectRef<NotificationTable>('Notification').implement({
    description: '收件箱中的一条：某条记录办理了什么，与本单位有关。',
    fields: (t) => ({
      id: t.exposeID('id'),
      noun: t.exposeString('noun'),
      recordId: t.exposeID('recordId'),
      action: t.exposeString('action'),
      title: t.exposeString('title'),
      body: t.exposeString('body'),
      articles: t.exposeIntList('articles'),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      readAt: t.expose('readAt', {
        type: 'DateTime',
        nullable: true,
        description: '本单位首次读到的时刻；未读为空。',
      }),
    }),
  });
  const connection = connectionOf(
    builder,
    shared,
    'Notification',
    notification,
    ({ id }: NotificationTable) => id,
  );
  builder.queryField('notifications', (t) =>
    t.field({
      type: connection,
      ...basis([39], '本单位的收件箱，新的在前；未代表单位时为空。'),
      args: {
        first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
        unreadOnly: t.arg.boolean({ description: '只要未读的。' }),
      },
      resolve: async (_, { first, after, unreadOnly }, { runtime, viewer }) => {
        const size = pageSize(first);
        const from = cursorId(after);
        const reader = readerOf(viewer);
        if (!reader) return { rows: [], hasNextPage: false };
        const rows = await readInbox(runtime.readDb, reader, {
          first: size,
          after: from,
          unreadOnly: unreadOnly === true,
        });
        return { rows: rows.slice(0, size), hasNextPage: rows.length > size };
      },
    }),
  );
  addMutations(builder, shared, notification);
}

function addMutations(builder: Builder, shared: SharedTypes, notification: any): void {
  interface Payload {
    notification: NotificationTable | null;
    refusal: Refusal | null;
  }
  const payload = builder.objectRef<Payload>('NotificationPayload').implement({
    description: 'notification 与 refusal 恰有一个不为空。',
    fields: (t) => ({
      notification: t.field({
        type: notification,
        nullable: true,
        resolve: (row) => row.notification as never,
      }),
      refusal: t.field({ type: shared.refusal, nullable: true, resolve: ({ refusal }) => refusal }),
    }),
  });
  const allPayload = builder
    .objectRef<{ refusal: Refusal | null }>('MarkAllNotificationsReadPayload')
    .implement({
      description: 'done 为真，或 refusal 不为空。',
      fields: (t) => ({
        done: t.boolean({ resolve: ({ refusal }) => refusal === null }),
        refusal: t.field({ type: shared.refusal, nullable: true, resolve: ({ refusal }) => refusal }),
      }),
    });
  const input = builder.inputType('MarkNotificationReadInput', {
    fields: (t) => ({ id: t.id({ required: true, description: '通知的 id。' }) }),
  });
  const about = { noun: 'Notification', articles: [39] };
  builder.mutationFields((t) => ({
    markNotificationRead: t.field({
      type: payload,
      ...basis([39], '把一条通知标为已读；对本单位所有人生效。'),
      args: { input: t.arg({ type: input, required: true }) },
      resolve: async (_, args, context, info) => {
        const reader = readerOf(context.viewer);
        const { id } = args.input;
        const { refusal } = await changeOnce(
          context,
          info,
          { ...about, action: 'markNotificationRead', input: { id } },
          async (tx) => {
            if (!reader) return { recordId: null, refusal: refuse('UNAUTHENTICATED') };
            const found = isId(id) ? await readNotification(tx, reader, id) : null;
            if (!found) return { recordId: null, refusal: refuse('NOT_FOUND') };
            await markRead(tx, found.id, now());
            return { recordId: found.id, refusal: null };
          },
        );
        if (refusal) return { notification: null, refusal };
        return {
          notification: await readNotification(context.runtime.db, reader!, id),
          refusal: null,
        };
      },
    }),
    markAllNotificationsRead: t.field({
      type: allPayload,
      ...basis([39], '把本单位的收件箱全部标为已读。'),
      resolve: (_, __, context, info) => {
        const reader = readerOf(context.viewer);
        return changeOnce(
          context,
          info,
          { ...about, action: 'markAllNotificationsRead', input: null },
          async (tx) => {
            if (!reader) return { recordId: null, refusal: refuse('UNAUTHENTICATED') };
            await markInboxRead(tx, reader, now());
            return { recordId: null, refusal: null };
          },
        );
      },
    }),
  }));
}
