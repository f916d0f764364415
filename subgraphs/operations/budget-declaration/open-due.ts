import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { budgetDeclaration } from './actions.ts';
import { bodiesWithoutDeclaration } from './store.ts';

/** In October reminds each body once of telling about the next year's budget (article 16, duty 16.3); returns how many. */
export async function openDueDeclarations(runtime: Runtime, now: Date): Promise<number> {
  const today = shanghaiDate(now);
  if (today.slice(5, 7) !== '10') return 0;
  const year = Number(today.slice(0, 4)) + 1;
  let opened = 0;
  for (const organizationId of await bodiesWithoutDeclaration(runtime.db, year)) {
    const { record } = await act(runtime, budgetDeclaration, 'open', {
      context: systemRequest(),
      organizationId,
      input: { year },
    });
    if (record) opened += 1;
  }
  return opened;
}
