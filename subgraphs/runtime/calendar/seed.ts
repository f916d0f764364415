import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarDay, CalendarTable } from './work-calendar.ts';

// Raised by hand when a new notice is published and the package carries it: the package cannot tell a year
// that it does not know from one without holidays.
const COVERED_YEARS = [2025, 2026];

function daysOf(entries: Record<string, string>, kind: CalendarDay['kind']): CalendarDay[] {
  return Object.entries(entries)
    .filter(([date]) => COVERED_YEARS.includes(Number(date.slice(0, 4))))
    .map(([date, entry]) => ({ date, kind, name: entry.split(',')[1]! }));
}

/** The State Council's holidays and make-up working days of the years whose notices are known. */
export const STATE_COUNCIL_CALENDAR: CalendarTable = {
  coveredYears: COVERED_YEARS,
  days: [...daysOf(published.holidays, 'HOLIDAY'), ...daysOf(published.workdays, 'WORKDAY')].sort(
    (one, other) => (one.date < other.date ? -1 : 1),
  ),
};
