import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readParameters } from '@zgt/runtime/parameters.ts';
import { FILING_KINDS, FILING_NUMBER_PREFIXES, FILING_RULES } from '../choices.ts';
import type { FilingRow } from '../tables.ts';
import { type FilingFacts, filingLifecycle, reportMissing } from './lifecycle.ts';
import { prefill } from './prefill.ts';
import { isOfOperation, nextFiledNumber, undoneChecks } from './store.ts';

/** The register of periodic filings; opening prefills it, registering numbers it. */
export const filing = noun<FilingRow, FilingFacts>({
  lifecycle: filingLifecycle,
  table: 'operations.filing',
  numberPrefix: 'BA',
  searchColumns: ['periodKey', 'filingNumber'],
  title: ({ kind, periodKey }) => `${FILING_KINDS[kind]} ${periodKey}`,
  // Article 4: it helps to supervise, but sees nothing of commerce and brands.
  alsoReads: ({ party }) => (party === 'INFRASTRUCTURE_PROVIDER' ? isOfOperation : null),
  facts: async (db, records, _viewer, _input, parameters) => {
    const safety = records.filter((record): record is FilingRow => record?.kind === 'OVERALL_SAFETY');
    const isAsked =
      safety.length > 0 &&
      (await (parameters?.() ?? readParameters(db)))['filing.overall_safety.check_required'] === true;
    const undone = await undoneChecks(db, isAsked ? safety : []);
    return records.map((record) => ({ undoneChecks: (record && undone.get(record.id)) ?? [] }));
  },
  brings: { acknowledge: () => nextFiledNumber },
  effects: {
    open: async ({ tx, record, input }) => {
      const { kind, periodKey, periodStart, periodEnd } = input as FilingRow;
      return {
        columns: {
          kind,
          periodKey,
          periodStart,
          periodEnd,
          prefill: await prefill(tx, kind, periodStart, periodEnd, record.organizationId),
        },
      };
    },
    submit: async ({ record, input, documents, attachedKinds }) => {
      const kinds = [...documents.map(({ kind }) => kind), ...attachedKinds];
      const refusal = reportMissing(record.kind, kinds);
      return refusal ? { refusal } : { columns: { summary: input.summary as string } };
    },
    acknowledge: async ({ record, brought, today }) => {
      const prefix = FILING_NUMBER_PREFIXES[FILING_RULES[record.kind].form];
      return {
        columns: { filingNumber: `${prefix}-${today.slice(0, 4)}-${String(brought).padStart(4, '0')}` },
      };
    },
  },
});
