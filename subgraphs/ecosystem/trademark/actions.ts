import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { TrademarkRow } from '../tables.ts';
import { trademarkLicense } from '../trademark-license/actions.ts';
import { runningLicenseIds } from '../trademark-license/store.ts';
import { trademarkLifecycle } from './lifecycle.ts';

/** The register of trademarks; when one lapses, its licences end in the same transaction. */
export const trademark = noun<TrademarkRow>({
  lifecycle: trademarkLifecycle,
  table: 'ecosystem.trademark',
  numberPrefix: 'SB',
  searchColumns: ['name', 'registrationNumber'],
  title: (mark) => mark.name,
  after: {
    lapse: async ({ tx, record, also }) => {
      for (const id of await runningLicenseIds(tx, record.id)) await also(trademarkLicense, id, 'end');
    },
  },
});
