import { type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { TrainingSessionRow } from '../tables-safety.ts';
import { trainingSessionLifecycle } from './lifecycle.ts';

/** The register of safety training; only the newest session is counted from. */
export const trainingSession: Noun<TrainingSessionRow> = noun<TrainingSessionRow>({
  lifecycle: trainingSessionLifecycle,
  table: 'operations.trainingSession',
  numberPrefix: 'PX',
  searchColumns: ['subject'],
  title: ({ subject }) => subject,
  effects: {
    hold: async ({ record, input, alsoEach }) => {
      await alsoEach(trainingSession, { organizationId: record.organizationId }, ['HELD'], 'supersede');
      return { columns: input as Partial<TrainingSessionRow> };
    },
  },
});
