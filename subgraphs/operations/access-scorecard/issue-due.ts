import { addDays, shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { periodOf } from '../filing/periods.ts';
import { accessScorecard } from './actions.ts';
import { bodiesWithout, readFigures } from './store.ts';

const MONTHS = 3;

/**
 * Issues each government body's scorecard for the quarter that ended last, once (article 22, duty 22); returns how many.
 * What stands is counted at the moment of issue, what happened within the quarter. Earlier quarters are not made up.
 */
export async function issueDueScorecards(runtime: Runtime, now: Date): Promise<number> {
  const today = shanghaiDate(now);
  const period = periodOf(addDays(periodOf(today, MONTHS).start, -1), MONTHS);
  const [from, until] = [startOfShanghaiDay(period.start), startOfShanghaiDay(addDays(period.end, 1))];
  const db = runtime.db as never;
  let issued = 0;
  for (const { id, name } of await bodiesWithout(db, period.key, until)) {
    const { record } = await act(runtime, accessScorecard, 'issue', {
      context: systemRequest(),
      organizationId: id,
      input: {
        bodyName: name,
        periodKey: period.key,
        periodStart: period.start,
        periodEnd: period.end,
        figures: await readFigures(db, id, from, until),
      },
    });
    if (record) issued += 1;
  }
  return issued;
}
