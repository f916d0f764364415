import { addDays } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Period, periodOf } from '../filing/periods.ts';
import type { InspectionCycle } from './check-items.ts';

const MONTHS: Partial<Record<InspectionCycle, number>> = { MONTHLY: 1, QUARTERLY: 3, ANNUAL: 12 };

/** The week by ISO 8601 that a date lies in: Monday to Sunday, numbered within the year of its Thursday. */
function weekOf(date: string): Period {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(date, -weekday);
  const thursday = addDays(start, 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  const week = String(Math.floor(days / 7) + 1).padStart(2, '0');
  return { key: `${year}-W${week}`, start, end: addDays(start, 6) };
}

/** The period of a cycle that a date lies in (article 47). */
export function cyclePeriod(cycle: InspectionCycle, date: string): Period {
  if (cycle === 'DAILY') return { key: date, start: date, end: date };
  return cycle === 'WEEKLY' ? weekOf(date) : periodOf(date, MONTHS[cycle]!);
}

/** The periods that began after `after` up to `today`, the running one included, in order and without gaps. */
export function begunPeriods(cycle: InspectionCycle, after: string, today: string): Period[] {
  const periods: Period[] = [];
  for (
    let period = cyclePeriod(cycle, addDays(after, 1));
    period.start <= today;
    period = cyclePeriod(cycle, addDays(period.end, 1))
  )
    periods.push(period);
  return periods;
}
