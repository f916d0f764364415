import { act } from '@zgt/runtime/lifecycle/act.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { terminalCheck } from './actions.ts';
import { checksOfGone, uncheckedAdministrators } from './store.ts';

/**
 * Lists every administrator of the company and of providers for the check of terminals, and ends the records of those
 * who left (article 68); returns how many were listed. Called again it does nothing; 0 months means no checks.
 */
export async function openDueTerminalChecks(runtime: Runtime): Promise<number> {
  for (const id of await checksOfGone(runtime.db))
    await act(runtime, terminalCheck, 'end', { context: systemRequest(), id });
  if (numberParameter(await runtime.parameters(runtime.db), 'terminal_check.period_months') === 0) return 0;
  let opened = 0;
  for (const { accountId, username, organizationId } of await uncheckedAdministrators(runtime.db)) {
    const { record } = await act(runtime, terminalCheck, 'open', {
      context: systemRequest(),
      organizationId,
      input: { accountId, username },
    });
    if (record) opened += 1;
  }
  return opened;
}
