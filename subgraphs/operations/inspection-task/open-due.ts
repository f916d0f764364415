import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { openPeriods } from '../open-periods.ts';
import { inspectionTask } from './actions.ts';
import { INSPECTION_CYCLES, type InspectionCycle } from './check-items.ts';
import { begunPeriods } from './cycles.ts';
import { lastTaskEnds } from './store.ts';

/**
 * Opens the inspection task of every period that has begun since the project company was registered and has none yet;
 * returns how many. Periods that were missed are opened too, and stand there as late; duty 47.1.
 */
export async function openDueInspections(runtime: Runtime, now: Date): Promise<number> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return 0;
  const today = shanghaiDate(now);
  const ends = await lastTaskEnds(runtime.db, company.id);
  const before = addDays(shanghaiDate(company.createdAt), -1);
  let opened = 0;
  for (const cycle of Object.keys(INSPECTION_CYCLES) as InspectionCycle[]) {
    const periods = begunPeriods(cycle, ends.get(cycle) ?? before, today);
    opened += await openPeriods(runtime, inspectionTask, company.id, periods, { cycle });
  }
  return opened;
}
