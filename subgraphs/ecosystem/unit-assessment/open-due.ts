import { addDays, addMonths, shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { numberParameter, readParameters } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { unitAssessment } from './actions.ts';
import { dueUnits } from './store.ts';

/** So many are opened at a time; the next run goes on. */
const MOST = 200;

/** Opens the assessments of last year for the units in force (article 42, duty 42.1); returns how many. */
export async function openDueUnitAssessments(runtime: Runtime, now: Date): Promise<number> {
  const year = Number(shanghaiDate(now).slice(0, 4)) - 1;
  const firstOfThisYear = `${year + 1}-01-01`;
  const units = await dueUnits(runtime.db, year, startOfShanghaiDay(firstOfThisYear), MOST);
  if (units.length === 0) return 0;
  const parameters = await readParameters(runtime.db);
  const dueOn = addDays(addMonths(firstOfThisYear, numberParameter(parameters, 'assessment.due_month')), -1);
  let opened = 0;
  for (const { id, organizationId, name } of units) {
    const { record } = await act(runtime, unitAssessment, 'open', {
      context: systemRequest(),
      organizationId,
      input: { ecosystemUnitId: id, unitName: name, year, dueOn },
    });
    if (record) opened += 1;
  }
  return opened;
}
