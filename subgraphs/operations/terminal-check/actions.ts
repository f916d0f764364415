import { addMonths } from '@zgt/runtime/calendar/work-calendar.ts';
import { keepAccountFacts } from '@zgt/runtime/identity/account-facts.ts';
import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter, type ParameterValues } from '@zgt/runtime/parameters.ts';
import { TERMINAL_CHECK_ITEMS } from '../choices-safety.ts';
import type { TerminalCheckRow } from '../tables-safety.ts';
import { terminalCheckLifecycle } from './lifecycle.ts';

const dueOn = (parameters: ParameterValues, from: string): string =>
  addMonths(from, numberParameter(parameters, 'terminal_check.period_months'));

/** Whoever signs in is judged by when the own terminal is due, in the same transaction (article 68). */
function publish({ tx, record }: Given<TerminalCheckRow>): Promise<void> {
  const { accountId, state } = record;
  return keepAccountFacts(tx, accountId, {
    terminalCheckDueOn: state === 'ENDED' ? null : record.dueOn,
  });
}

/** The register of checks of administrators' terminals, one record for each person. */
export const terminalCheck = noun<TerminalCheckRow>({
  lifecycle: terminalCheckLifecycle,
  table: 'operations.terminalCheck',
  numberPrefix: 'ZD',
  searchColumns: ['username'],
  title: ({ username }) => `终端检查：${username}`,
  effects: {
    open: async ({ input, parameters, today }) => ({
      columns: { ...(input as Partial<TerminalCheckRow>), dueOn: dueOn(parameters, today) },
    }),
    record: async ({ record, input, parameters }) => {
      const passed = Object.keys(TERMINAL_CHECK_ITEMS).every((item) => input.passedItems?.includes(item));
      return {
        columns: {
          ...(input as Partial<TerminalCheckRow>),
          dueOn: passed ? dueOn(parameters, input.checkedOn) : record.dueOn,
        },
        state: passed ? 'PASSED' : 'FAILED',
      };
    },
  },
  after: { open: publish, record: publish, end: publish },
});
