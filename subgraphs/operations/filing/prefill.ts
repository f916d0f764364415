import { endOfShanghaiDay, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Tx } from '@zgt/runtime/database/open.ts';
import { FILING_RULES, type FilingKind } from '../choices.ts';
import { level4Incidents } from '../incident/store.ts';
import { countTasks } from '../inspection-task/store.ts';
import type { FilingRow, OperationsTables } from '../tables.ts';
import { countActions, countOverdue, countStates } from './store.ts';

/** The figures of a period as the registers have them: what was done in it, how records stand now, which are late, how its inspections went. */
export async function prefill(
  tx: Tx<OperationsTables>,
  kind: FilingKind,
  periodStart: string,
  periodEnd: string,
  organizationId: string,
): Promise<FilingRow['prefill']> {
  const { nouns, filedBy, inspections, overdue } = FILING_RULES[kind];
  // The company reports of the whole ecosystem, a body of itself.
  const whose = filedBy === 'PROJECT_COMPANY' ? null : organizationId;
  const from = startOfShanghaiDay(periodStart);
  const until = endOfShanghaiDay(periodEnd);
  if (kind === 'LEVEL4_INCIDENTS') return { figures: [], incidents: await level4Incidents(tx, from, until) };
  const actions = await countActions(tx, nouns, from, until, whose);
  const tasks = inspections ? await countTasks(tx, periodStart, periodEnd) : [];
  return {
    figures: [
      ...actions,
      ...(await countStates(tx, nouns, whose)),
      ...tasks.map(({ state, count }) => ({
        noun: 'InspectionTask',
        measure: 'PERIOD' as const,
        name: state,
        count,
      })),
      ...(overdue ? await countOverdue(tx, nouns, now()) : []),
    ],
  };
}
