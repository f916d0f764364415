import { endOfShanghaiDay, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import type { Tx } from '@zgt/runtime/database/open.ts';
import { FILING_RULES, type FilingKind } from '../choices.ts';
import type { FilingRow, OperationsTables } from '../tables.ts';
import { countActions, countStates } from './store.ts';

/** The figures of a period as the shared registers have them: what was done in it, and how records stand now. */
export async function prefill(
  tx: Tx<OperationsTables>,
  kind: FilingKind,
  periodStart: string,
  periodEnd: string,
): Promise<FilingRow['prefill']> {
  const { nouns } = FILING_RULES[kind];
  const actions = await countActions(tx, nouns, startOfShanghaiDay(periodStart), endOfShanghaiDay(periodEnd));
  return { figures: [...actions, ...(await countStates(tx, nouns))] };
}
