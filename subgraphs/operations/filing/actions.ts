import type { Tx } from '@zgt/runtime/database/open.ts';
import { attachedKinds } from '@zgt/runtime/lifecycle/act-store.ts';
import { type Consequence, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { FILING_KINDS, FILING_RULES, type FilingKind } from '../choices.ts';
import type { FilingRow, OperationsTables } from '../tables.ts';
import { filingLifecycle, reportMissing } from './lifecycle.ts';
import { prefill } from './prefill.ts';
import { markProvisional, nextFiledNumber } from './store.ts';

async function dueAfter(
  runtime: Runtime,
  tx: Tx,
  kind: FilingKind,
  day: string,
): Promise<Pick<FilingRow, 'dueOn' | 'dueProvisional'>> {
  const days = numberParameter(await runtime.parameters(tx), FILING_RULES[kind].workingDays);
  const { date, provisional } =
    days === 0 ? { date: day, provisional: false } : runtime.calendar().nthWorkingDayAfter(days, day);
  return { dueOn: date, dueProvisional: provisional };
}

const tellProvisional: Consequence<FilingRow> = async ({ tx, record }) => {
  if (record.dueProvisional) await markProvisional(tx, record.id);
};

/** The register of periodic filings; opening prefills it, registering numbers it. */
export const filing = noun<FilingRow>({
  lifecycle: filingLifecycle,
  table: 'operations.filing',
  numberPrefix: 'BA',
  searchColumns: ['periodKey', 'filingNumber'],
  title: ({ kind, periodKey }) => `${FILING_KINDS[kind]} ${periodKey}`,
  effects: {
    open: async ({ tx, runtime, input }) => {
      const { kind, periodKey, periodStart, periodEnd } = input as FilingRow;
      return {
        columns: {
          kind,
          periodKey,
          periodStart,
          periodEnd,
          ...(await dueAfter(runtime, tx, kind, periodEnd)),
          prefill: await prefill(tx as unknown as Tx<OperationsTables>, kind, periodStart, periodEnd),
        },
      };
    },
    submit: async ({ tx, record, input, documents }) => {
      const kinds = [...documents.map(({ kind }) => kind), ...(await attachedKinds(tx, record.id))];
      const refusal = reportMissing(record.kind, kinds);
      return refusal ? { refusal } : { columns: { summary: input.summary as string } };
    },
    acknowledge: async ({ tx, today }) => ({
      columns: {
        filingNumber: `ZGT-BA-${today.slice(0, 4)}-${(await nextFiledNumber(tx)).padStart(4, '0')}`,
      },
    }),
    return: async ({ tx, runtime, record, today }) => ({
      columns: await dueAfter(runtime, tx, record.kind, today),
    }),
  },
  after: { open: tellProvisional, return: tellProvisional },
});
