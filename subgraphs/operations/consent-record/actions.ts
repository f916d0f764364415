import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { ConsentRecordRow } from '../tables-safety.ts';
import { type ConsentRecordFacts, consentRecordLifecycle } from './lifecycle.ts';
import { noticeOf } from './store.ts';

/** The register of users' consents; it holds references to users, never who they are. */
export const consentRecord = noun<ConsentRecordRow, ConsentRecordFacts>({
  lifecycle: consentRecordLifecycle,
  table: 'operations.consentRecord',
  numberPrefix: 'TY',
  searchColumns: ['userReference', 'appName'],
  title: ({ appName, userReference }) => `${appName}：${userReference}`,
  facts: async (db, records, _viewer, input) => {
    const notice = input?.noticeId ? await noticeOf(db, input.noticeId) : null;
    return records.map(() => ({ notice }));
  },
  effects: {
    record: async ({ tx, input, now }) => {
      const { versionText, appName, appId } = (await noticeOf(tx, input.noticeId))!;
      return {
        columns: {
          ...(input as Partial<ConsentRecordRow>),
          noticeVersion: versionText,
          appName,
          appId,
          givenAt: now,
        },
      };
    },
    process: async ({ input, now }) => ({
      columns: { processedAt: now },
      details: { purpose: input.purpose },
    }),
    withdraw: async ({ now }) => ({ columns: { withdrawnAt: now } }),
  },
});
