import { hashSecret, randomToken } from '@zgt/runtime/crypto/digest.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { CalendarFeedRow } from '../tables.ts';
import { calendarFeedLifecycle } from './lifecycle.ts';

/** Where a feed stands below the platform's own address. */
export function feedPath(token: string): string {
  return `/calendar/${token}.ics`;
}

/** The register of calendar feeds; each belongs to the organisation whose duties it tells. */
export const calendarFeed = noun<CalendarFeedRow>({
  lifecycle: calendarFeedLifecycle,
  table: 'operations.calendarFeed',
  numberPrefix: 'DY',
  discloses: '订阅地址；只在建立之后给出一次。',
  searchColumns: ['device'],
  title: ({ device }) => device,
  effects: {
    subscribe: async ({ input, viewer, runtime, disclose }) => {
      const token = randomToken();
      disclose(`${runtime.publicUrl}${feedPath(token)}`);
      return {
        columns: {
          device: input.device as string,
          accountId: viewer.accountId!,
          tokenHash: hashSecret(token),
        },
      };
    },
  },
});
