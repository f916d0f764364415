import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { SAFETY_CHECK_KINDS } from '../choices-safety.ts';
import { endedPeriods } from '../filing/periods.ts';
import { openPeriods } from '../open-periods.ts';
import { safetyCheck } from './actions.ts';
import { lastCheckedPeriod } from './store.ts';

/**
 * Opens the safety check and the technical review of every period that has ended since the project company was
 * registered and has none yet (article 73); returns how many. Called again it opens nothing; 0 months means none.
 */
export async function openDueSafetyChecks(runtime: Runtime, now: Date): Promise<number> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  const months = numberParameter(await runtime.parameters(runtime.db), 'safety_check.period_months');
  if (!company || months === 0) return 0;
  let opened = 0;
  for (const kind of Object.keys(SAFETY_CHECK_KINDS)) {
    const after =
      (await lastCheckedPeriod(runtime.db, kind, company.id)) ?? addDays(shanghaiDate(company.createdAt), -1);
    const periods = endedPeriods(after, shanghaiDate(now), months);
    opened += await openPeriods(runtime, safetyCheck, company.id, periods, { kind });
  }
  return opened;
}
