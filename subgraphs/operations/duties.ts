import {
  addDays,
  endOfShanghaiDay,
  shanghaiDate,
  startOfShanghaiDay,
} from '@zgt/runtime/calendar/work-calendar.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { FILING_KINDS, FILING_RULES, type FilingKind } from './choices.ts';
import { filing } from './filing/actions.ts';
import { endedPeriods, type Period } from './filing/periods.ts';
import { type ListFiler, lastPeriodEnd, listFilers } from './filing/store.ts';
import { level4Incidents } from './incident/store.ts';
import { openPeriods } from './open-periods.ts';

/** Whether a period had no incident of level 4 (article 62). */
async function hasNothing(runtime: Runtime, start: string, end: string): Promise<boolean> {
  const listed = await level4Incidents(runtime.db, startOfShanghaiDay(start), endOfShanghaiDay(end));
  return listed.length === 0;
}

/** Opens a filing for each period that there is something to file for; where nothing is an answer too, for each. */
async function openFilings(
  runtime: Runtime,
  kind: FilingKind,
  filerId: string,
  periods: readonly Period[],
  nilReturn: boolean,
): Promise<number> {
  const due: Period[] = [];
  for (const period of periods)
    if (nilReturn || !(await hasNothing(runtime, period.start, period.end))) due.push(period);
  return openPeriods(runtime, filing, filerId, due, { kind });
}

/**
 * Opens the filing of every period that has ended since the project company was registered (articles 47, 50, 53, 62, 69 and 73), or
 * since a government body keeps service items (article 16), and has none yet; returns how many. Called again it opens
 * nothing, and never one for a period still running. A period length that was changed meanwhile does not reopen what an
 * earlier filing covers; 0 months means no such filing.
 */
export async function openDueFilings(runtime: Runtime, now: Date): Promise<number> {
  const { db } = runtime;
  const company = await singletonOf(db, 'PROJECT_COMPANY');
  const parameters = await runtime.parameters(runtime.db);
  const today = shanghaiDate(now);
  const filersOf = async (kind: FilingKind): Promise<ListFiler[]> => {
    if (FILING_RULES[kind].filedBy === 'GOVERNMENT_BODIES')
      return parameters['service_item.filing_enabled'] === true ? listFilers(db) : [];
    if (!company) return [];
    const accountedUntil =
      (await lastPeriodEnd(db, kind, company.id)) ?? addDays(shanghaiDate(company.createdAt), -1);
    return [{ id: company.id, accountedUntil }];
  };
  let opened = 0;
  for (const kind of Object.keys(FILING_KINDS) as FilingKind[]) {
    const { periodMonths, nilReturn } = FILING_RULES[kind];
    const months = numberParameter(parameters, periodMonths);
    if (months === 0) continue;
    const answersNil = !nilReturn || parameters[nilReturn] === true;
    for (const { id, accountedUntil } of await filersOf(kind))
      opened += await openFilings(runtime, kind, id, endedPeriods(accountedUntil, today, months), answersNil);
  }
  return opened;
}
