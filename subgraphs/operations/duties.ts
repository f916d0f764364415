import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { newId } from '@zgt/runtime/id.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { SYSTEM } from '@zgt/runtime/viewer.ts';
import { FILING_KINDS, FILING_RULES, type FilingKind } from './choices.ts';
import { filing } from './filing/actions.ts';
import { endedPeriods } from './filing/periods.ts';
import { lastPeriodEnd } from './filing/store.ts';

/**
 * Opens the filing of every period that has ended since the project company was registered and has none yet
 * (articles 47, 50 and 53); returns how many. Called again it opens nothing, and never one for a period still running.
 * A period length that was changed meanwhile does not reopen what an earlier filing covers; 0 months means no such filing.
 */
export async function openDueFilings(runtime: Runtime, now: Date): Promise<number> {
  const { db } = runtime;
  const company = await singletonOf(db, 'PROJECT_COMPANY');
  if (!company) return 0;
  const parameters = await runtime.parameters(runtime.db);
  const today = shanghaiDate(now);
  const beforeStart = addDays(shanghaiDate(company.createdAt), -1);
  let opened = 0;
  for (const kind of Object.keys(FILING_KINDS) as FilingKind[]) {
    const months = numberParameter(parameters, FILING_RULES[kind].periodMonths);
    if (months === 0) continue;
    const after = (await lastPeriodEnd(db, kind, company.id)) ?? beforeStart;
    for (const { key, start, end } of endedPeriods(after, today, months)) {
      const { record } = await act(runtime, filing, 'open', {
        context: { viewer: SYSTEM, requestId: newId(), idempotencyKey: null },
        organizationId: company.id,
        input: { kind, periodKey: key, periodStart: start, periodEnd: end },
      });
      if (record) opened += 1;
    }
  }
  return opened;
}
