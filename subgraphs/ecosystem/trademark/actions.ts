import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { TrademarkRow } from '../tables.ts';
import { trademarkLicense } from '../trademark-license/actions.ts';
import { trademarkLifecycle } from './lifecycle.ts';

/** The register of trademarks; when one lapses, its licences end in the same transaction. */
export const trademark = noun<TrademarkRow>({
  lifecycle: trademarkLifecycle,
  table: 'ecosystem.trademark',
  numberPrefix: 'SB',
  searchColumns: ['name', 'registrationNumber'],
  title: (mark) => mark.name,
  after: {
    lapse: ({ record, alsoEach }) =>
      alsoEach(trademarkLicense, { trademarkId: record.id }, ['IN_FORCE', 'SUSPENDED'], 'end'),
  },
});
