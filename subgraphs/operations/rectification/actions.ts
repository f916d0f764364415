import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { RECTIFICATION_KINDS } from '../choices-supervision.ts';
import { readKnown, readKnownByNumber, readSingletons } from '../subjects/store.ts';
import type { RectificationRow } from '../tables.ts';
import { type RectificationFacts, rectificationLifecycle } from './lifecycle.ts';

/** Which field names the record of the subject, where there are many of its kind. */
const CHOSEN_BY: Record<string, { field: string; noun: string }> = {
  ECOSYSTEM_UNIT: { field: 'unitId', noun: 'EcosystemUnit' },
  GOVERNMENT_BODY: { field: 'governmentBodyId', noun: 'GovernmentBody' },
};

/** The register of rectifications; each belongs to the organisation that has to mend. */
export const rectification = noun<RectificationRow, RectificationFacts>({
  lifecycle: rectificationLifecycle,
  table: 'operations.rectification',
  numberPrefix: 'ZG',
  searchColumns: ['findings'],
  title: ({ kind, findings }) =>
    `${RECTIFICATION_KINDS[kind as keyof typeof RECTIFICATION_KINDS]}整改：${findings.slice(0, 30)}`,
  facts: async (db, records, _viewer, input) => {
    if (!input) return records.map(() => ({ subjectId: null, incident: null }));
    const chosen = CHOSEN_BY[input.subject as string];
    const subject = chosen
      ? (await readKnown(db, [input[chosen.field]])).get(input[chosen.field])
      : undefined;
    const subjectId = chosen
      ? subject?.noun === chosen.noun
        ? subject.organizationId
        : null
      : ((await readSingletons(db)).get(input.subject as string) ?? null);
    const named = (await readKnownByNumber(db, [input.incidentNumber])).get(input.incidentNumber);
    const incident = named?.noun === 'Incident' ? named : null;
    return records.map(() => ({ subjectId, incident }));
  },
  effects: {
    issue: async ({ tx, input, facts, viewer }) => {
      const {
        unitId: _unit,
        governmentBodyId: _body,
        subject: _subject,
        sourceNumber,
        ...particulars
      } = input;
      const source = (await readKnownByNumber(tx, [sourceNumber])).get(sourceNumber);
      return {
        columns: {
          ...(particulars as Partial<RectificationRow>),
          organizationId: (facts as RectificationFacts).subjectId!,
          issuedBy: viewer.party!,
          sourceNumber,
          sourceNoun: source?.noun ?? null,
          sourceId: source?.recordId ?? null,
          rejections: 0,
        },
      };
    },
    open: async ({ input }) => ({
      columns: { ...(input as Partial<RectificationRow>), rejections: 0 },
    }),
    reject: async ({ record, input }) => ({
      columns: { dueOn: input.newDueOn as string, rejections: record.rejections + 1 },
    }),
  },
});
