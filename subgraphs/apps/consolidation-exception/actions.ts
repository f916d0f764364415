import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { legacyMobileApp } from '../legacy-mobile-app/actions.ts';
import { serviceItem } from '../service-item/actions.ts';
import type { ConsolidationExceptionRow } from '../tables.ts';
import { consolidationExceptionLifecycle } from './lifecycle.ts';

/** The register of exceptions; what was kept by one loses it in the same transaction when it ends. */
export const consolidationException = noun<ConsolidationExceptionRow>({
  lifecycle: consolidationExceptionLifecycle,
  table: 'apps.consolidationException',
  numberPrefix: 'LW',
  searchColumns: ['appName'],
  title: ({ appName }) => appName,
  after: {
    expire: async ({ record: { id }, alsoEach }) => {
      await alsoEach(legacyMobileApp, { exceptionId: id }, ['RETAINED'], 'lapse');
      await alsoEach(serviceItem, { exceptionId: id }, ['EXEMPT'], 'lapse');
    },
  },
});
