import type { Connection } from './api.ts';

export interface Announcement {
  id: string;
  title: string;
  body: string;
  publishedAt: string;
  kind: string;
}

export const ANNOUNCEMENTS_QUERY = `query Announcements($first: Int!, $after: String) {
  announcements(first: $first, after: $after) {
    edges { cursor node { id title body publishedAt kind } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export type AnnouncementsData = { announcements: Connection<Announcement> };
