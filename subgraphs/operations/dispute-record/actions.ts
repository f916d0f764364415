import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readKnownByNumber } from '../subjects/store.ts';
import type { DisputeRecordRow } from '../tables.ts';
import { type DisputeFacts, disputeRecordLifecycle } from './lifecycle.ts';

/** The register of disputes; each belongs to the organisation that reported it. */
export const disputeRecord = noun<DisputeRecordRow, DisputeFacts>({
  lifecycle: disputeRecordLifecycle,
  table: 'operations.disputeRecord',
  numberPrefix: 'JF',
  searchColumns: ['activity', 'reference'],
  title: ({ activity }) => activity.slice(0, 40),
  facts: async (db, disputes, _viewer, input) => {
    const number = input?.accountabilityNumber as string | null | undefined;
    const accountability = number ? ((await readKnownByNumber(db, [number])).get(number) ?? null) : null;
    return disputes.map(() => ({ accountability }));
  },
});
