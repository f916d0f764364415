import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readKnownByNumber } from '../subjects/store.ts';
import type { SupervisionNoteRow } from '../tables-safety.ts';
import { type SupervisionNoteFacts, supervisionNoteLifecycle } from './lifecycle.ts';

/** The register of what the infrastructure provider noted while it helped to supervise. */
export const supervisionNote = noun<SupervisionNoteRow, SupervisionNoteFacts>({
  lifecycle: supervisionNoteLifecycle,
  table: 'operations.supervisionNote',
  numberPrefix: 'JY',
  searchColumns: ['subjectNumber', 'text'],
  title: ({ subjectNumber, text }) => `${subjectNumber}：${text.slice(0, 30)}`,
  facts: async (db, records, _viewer, input) => {
    const number = (input?.subjectNumber ?? null) as string | null;
    const subject = (await readKnownByNumber(db, [number])).get(number ?? '') ?? null;
    return records.map(() => ({ subject }));
  },
  effects: {
    add: async ({ input, facts }) => {
      const { noun: subjectNoun, recordId, title } = (facts as SupervisionNoteFacts).subject!;
      return {
        columns: {
          ...(input as Partial<SupervisionNoteRow>),
          subjectNoun,
          subjectId: recordId,
          subjectTitle: title,
        },
      };
    },
  },
});
