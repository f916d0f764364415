import {
  addDays,
  endOfShanghaiDay,
  shanghaiDate,
  startOfShanghaiDay,
} from '@zgt/runtime/calendar/work-calendar.ts';
import { newId } from '@zgt/runtime/id.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import { FILING_KINDS, FILING_RULES, type FilingKind } from './choices.ts';
import { filing } from './filing/actions.ts';
import { endedPeriods } from './filing/periods.ts';
import { type ListFiler, lastPeriodEnd, listFilers } from './filing/store.ts';
import { level4Incidents } from './incident/store.ts';

/** Whether a period had no incident of level 4 (article 62). */
async function hasNothing(runtime: Runtime, start: string, end: string): Promise<boolean> {
  const listed = await level4Incidents(runtime.db, startOfShanghaiDay(start), endOfShanghaiDay(end));
  return listed.length === 0;
}

async function openPeriods(
  runtime: Runtime,
  kind: FilingKind,
  { id, accountedUntil }: ListFiler,
  today: string,
  months: number,
  nilReturn: boolean,
): Promise<number> {
  let opened = 0;
  for (const { key, start, end } of endedPeriods(accountedUntil, today, months)) {
    if (!nilReturn && (await hasNothing(runtime, start, end))) continue;
    const { record } = await act(runtime, filing, 'open', {
      context: { viewer: SYSTEM, requestId: newId(), idempotencyKey: null },
      organizationId: id,
      input: { kind, periodKey: key, periodStart: start, periodEnd: end },
    });
    if (record) opened += 1;
  }
  return opened;
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
    for (const filer of await filersOf(kind))
      opened += await openPeriods(
        runtime,
        kind,
        filer,
        today,
        months,
        !nilReturn || parameters[nilReturn] === true,
      );
  }
  return opened;
}
