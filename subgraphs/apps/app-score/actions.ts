import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { app } from '../app/actions.ts';
import { appLifecycle } from '../app/lifecycle.ts';
import type { AppScoreRow } from '../tables.ts';
import { appScoreLifecycle } from './lifecycle.ts';

/** An app that has ended for good keeps the last score that it had. */
function tellCatalogue({ record: { appId, score, period }, alsoEach }: Given<AppScoreRow>): Promise<void> {
  const { from } = appLifecycle.actions.takeScore;
  return alsoEach(app, { id: appId }, from, 'takeScore', { score, scorePeriod: period });
}

/** The register of scores; the catalogue has the newest final one in the same transaction. */
export const appScore = noun<AppScoreRow>({
  lifecycle: appScoreLifecycle,
  table: 'apps.appScore',
  numberPrefix: 'PF',
  searchColumns: ['appName', 'period'],
  title: ({ appName, period }) => `${appName} ${period}`,
  after: { compute: tellCatalogue, correct: tellCatalogue },
});
