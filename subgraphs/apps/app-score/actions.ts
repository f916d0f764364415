import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { app } from '../app/actions.ts';
import type { AppScoreRow } from '../tables.ts';
import { appScoreLifecycle } from './lifecycle.ts';

/** The register of scores; the catalogue has the newest final one in the same transaction. */
export const appScore = noun<AppScoreRow>({
  lifecycle: appScoreLifecycle,
  table: 'apps.appScore',
  numberPrefix: 'PF',
  searchColumns: ['appName', 'period'],
  title: ({ appName, period }) => `${appName} ${period}`,
  after: {
    compute: async ({ record: { appId, score, period }, also }) => {
      await also(app, appId, 'takeScore', { score, scorePeriod: period });
    },
    correct: async ({ record: { appId, score, period }, also }) => {
      await also(app, appId, 'takeScore', { score, scorePeriod: period });
    },
  },
});
