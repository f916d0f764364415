import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { AccessScorecardRow } from '../tables-conduct.ts';
import { accessScorecardLifecycle } from './lifecycle.ts';
import { ofLineLedBy } from './store.ts';

/** The register of scorecards; each belongs to the body that it is about. */
export const accessScorecard = noun<AccessScorecardRow>({
  lifecycle: accessScorecardLifecycle,
  table: 'operations.accessScorecard',
  numberPrefix: 'JK',
  searchColumns: ['bodyName', 'periodKey'],
  title: ({ bodyName, periodKey }) => `${bodyName} ${periodKey}`,
  // Article 16: a department of the region guides its line, and sees how it is judged.
  alsoReads: ({ party, organizationId }) =>
    party === 'GOVERNMENT_DEPARTMENT' && organizationId !== null ? ofLineLedBy(organizationId) : null,
});
