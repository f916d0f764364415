import { addDays, addMonths } from '@zgt/runtime/calendar/work-calendar.ts';

/** A span of whole calendar months; both days belong to it. */
export interface Period {
  key: string;
  start: string;
  end: string;
}

function keyOf(year: number, firstMonth: number, months: number): string {
  const month = String(firstMonth).padStart(2, '0');
  switch (months) {
    case 1:
      return `${year}-${month}`;
    case 3:
      return `${year}Q${(firstMonth - 1) / 3 + 1}`;
    case 6:
      return `${year}H${(firstMonth - 1) / 6 + 1}`;
    case 12:
      return `${year}`;
    default:
      return `${year}-${month}+${months}`;
  }
}

/**
 * The period of that many months which a date lies in.
 * Periods are counted from the start of year 0, so that quarters, halves and years are those of the calendar.
 */
export function periodOf(date: string, months: number): Period {
  if (!Number.isInteger(months) || months < 1 || months > 120)
    throw new RangeError(`A filing period has 1 to 120 months, not ${months}`);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = month - (month % months);
  const year = Math.floor(first / 12);
  const firstMonth = (first % 12) + 1;
  const start = `${String(year).padStart(4, '0')}-${String(firstMonth).padStart(2, '0')}-01`;
  return { key: keyOf(year, firstMonth, months), start, end: addDays(addMonths(start, months), -1) };
}

/** The periods that ended after `after` and before `today`, in order; the one that `today` lies in has not ended. */
export function endedPeriods(after: string, today: string, months: number): Period[] {
  const periods: Period[] = [];
  let period = periodOf(addDays(after, 1), months);
  while (period.end < today) {
    periods.push(period);
    period = periodOf(addDays(period.end, 1), months);
  }
  return periods;
}
