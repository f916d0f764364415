import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { AnnouncementRow } from '../tables.ts';
import { announcementLifecycle } from './lifecycle.ts';

/** The register of announcements; the instant of publication is kept apart from later changes. */
export const announcement = noun<AnnouncementRow>({
  lifecycle: announcementLifecycle,
  table: 'operations.announcement',
  numberPrefix: 'GG',
  searchColumns: ['title', 'body'],
  title: ({ title }) => title,
  effects: {
    publish: async ({ now }) => ({ columns: { publishedAt: now } }),
  },
});
