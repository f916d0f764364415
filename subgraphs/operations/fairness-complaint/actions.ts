import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readKnownByNumber } from '../subjects/store.ts';
import type { FairnessComplaintRow } from '../tables-conduct.ts';
import { type ComplaintFacts, fairnessComplaintLifecycle } from './lifecycle.ts';

/** The register of complaints over fairness; each belongs to the unit that complains. */
export const fairnessComplaint = noun<FairnessComplaintRow, ComplaintFacts>({
  lifecycle: fairnessComplaintLifecycle,
  table: 'operations.fairnessComplaint',
  numberPrefix: 'GP',
  searchColumns: ['decisionNumber', 'decisionTitle'],
  title: ({ decisionNumber, decisionTitle }) => `${decisionNumber} ${decisionTitle}`,
  facts: async (db, complaints, _viewer, input) => {
    const number = input?.decisionNumber as string | undefined;
    const decision = number ? ((await readKnownByNumber(db, [number])).get(number) ?? null) : null;
    return complaints.map(() => ({ decision }));
  },
  effects: {
    file: async ({ input, facts }) => ({
      columns: {
        ...(input as Partial<FairnessComplaintRow>),
        decisionTitle: (facts as ComplaintFacts).decision!.title,
      },
    }),
  },
});
