import { addMonths, shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { APP_SCORE_VERSION } from '@zgt/schema/measure/app-score.ts';
import { appScore } from './actions.ts';
import { scoreOf } from './formula.ts';
import { type Period, readAppsToScore } from './store.ts';

/** How many apps are scored at a time: the rest follow a minute later, so that other work is not kept waiting. */
const BATCH = 200;

/** The last month of Nanning that is over. */
export function lastMonth(now: Date): Period {
  const first = `${shanghaiDate(now).slice(0, 7)}-01`;
  const before = addMonths(first, -1);
  return {
    name: before.slice(0, 7),
    start: startOfShanghaiDay(before),
    end: startOfShanghaiDay(first),
    yearBefore: startOfShanghaiDay(addMonths(first, -12)),
  };
}

/**
 * Scores market apps for the month that is over (article 40), each once however many workers try: the database keeps
 * one score of an app for a month. Gives how many were scored.
 */
export async function scoreApps(runtime: Runtime, now: Date): Promise<number> {
  const period = lastMonth(now);
  const due = await readAppsToScore(runtime.db, period, BATCH);
  const context = systemRequest();
  let scored = 0;
  for (const { appId, appName, organizationId, unitGrade, ...facts } of due) {
    const { score, indicators, deduction } = scoreOf(facts);
    const input = {
      appId,
      appName,
      period: period.name,
      formulaVersion: APP_SCORE_VERSION,
      computedScore: score,
      score,
      deduction,
      breakdown: { list: indicators },
      unitGrade,
    };
    const { refusal } = await act(runtime, appScore, 'compute', { context, organizationId, input });
    // Another worker was faster, or the app has left the catalogue meanwhile.
    if (refusal && refusal.code !== 'ALREADY_EXISTS' && refusal.code !== 'ILLEGAL_TRANSITION')
      throw new Error(`app ${appId} could not be scored for ${period.name}: ${refusal.code}`);
    if (!refusal) scored += 1;
  }
  return scored;
}
