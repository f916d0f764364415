import type { Connection } from './api.ts';

/** A note in the inbox of the organization that one acts for. */
export interface Notification {
  id: string;
  noun: string;
  recordId: string;
  title: string;
  body: string;
  articles: number[];
  createdAt: string;
  readAt: string | null;
}

export type NotificationsData = { notifications: Connection<Notification> };

export const NOTIFICATIONS_QUERY = `query Notifications($first: Int!, $after: String, $unreadOnly: Boolean) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    edges { cursor node { id noun recordId title body articles createdAt readAt } }
    pageInfo { hasNextPage endCursor }
  }
}`;
