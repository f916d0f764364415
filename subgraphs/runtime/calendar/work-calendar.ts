const DAY_MS = 86_400_000;
// Asia/Shanghai has kept +08:00 without daylight saving since September 1991: plain arithmetic is exact for every legal date here.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

function dayNumber(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(ms) || dateOf(ms / DAY_MS) !== date) {
    throw new RangeError(`"${date}" is no date: expected a real calendar day as YYYY-MM-DD`);
  }
  return ms / DAY_MS;
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The calendar date in Asia/Shanghai at an instant. */
export function shanghaiDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a day in Asia/Shanghai. */
export function startOfShanghaiDay(date: string): Date {
  return new Date(dayNumber(date) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/** The first instant after a day in Asia/Shanghai: what is due on that day is late from this instant on. */
export function endOfShanghaiDay(date: string): Date {
  return startOfShanghaiDay(addDays(date, 1));
}

/** The date `days` calendar days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** The same day `months` months later, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const from = new Date(dayNumber(date) * DAY_MS);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay))).toISOString().slice(0, 10);
}

function dayOfWeek(date: string): number {
  return new Date(dayNumber(date) * DAY_MS).getUTCDay();
}

/** The calendar quarter that a date lies in. */
export function quarterOf(date: string): { year: number; quarter: 1 | 2 | 3 | 4 } {
  const day = new Date(dayNumber(date) * DAY_MS);
  return { year: day.getUTCFullYear(), quarter: (Math.floor(day.getUTCMonth() / 3) + 1) as 1 | 2 | 3 | 4 };
}

/** The last day of the quarter that a date lies in. */
export function quarterEnd(date: string): string {
  const { year, quarter } = quarterOf(date);
  return new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
}

/** True for Saturdays and Sundays. */
export function isWeekend(date: string): boolean {
  const weekday = dayOfWeek(date);
  return weekday === 0 || weekday === 6;
}

export const CALENDAR_DAY_KINDS = ['HOLIDAY', 'WORKDAY'] as const;

/** A day on which the State Council's notice departs from the plain week. */
export interface CalendarDay {
  date: string;
  kind: (typeof CALENDAR_DAY_KINDS)[number];
  name: string;
}

export interface CalendarTable {
  /** Years whose notice is published and entered whole; a year absent here is only assumed. */
  coveredYears: readonly number[];
  days: readonly CalendarDay[];
}

/** How many Mondays to Fridays there are up to a day, counted from a Monday long ago. */
function plainWorkingDaysUpTo(day: number): number {
  // Day 0 was a Thursday.
  const sinceMonday = day + 3;
  return Math.floor(sinceMonday / 7) * 5 + Math.min((((sinceMonday % 7) + 7) % 7) + 1, 5);
}

/** Working days by a table of holidays and make-up days over the Monday-to-Friday week; knows which years it only assumes. */
export class WorkCalendar {
  readonly #coveredYears: ReadonlySet<number>;
  readonly #kinds = new Map<string, CalendarDay['kind']>();
  /** The days on which the table departs from the plain week, with what each adds to the count of working days. */
  readonly #departures: { day: number; adds: 1 | -1 }[] = [];

  constructor(table: CalendarTable) {
    this.#coveredYears = new Set(table.coveredYears);
    for (const { date, kind } of table.days) {
      const onWeekend = isWeekend(date);
      if (this.#kinds.has(date))
        throw new RangeError(`The calendar names ${date} twice: keep one entry a day`);
      this.#kinds.set(date, kind);
      if (onWeekend === (kind === 'WORKDAY'))
        this.#departures.push({ day: dayNumber(date), adds: onWeekend ? 1 : -1 });
    }
  }

  /** Whether the year's notice is known, so that its working days are certain. */
  coversYear(year: number): boolean {
    return this.#coveredYears.has(year);
  }

  /** Whether people work on a date; in a year that is not covered Monday to Friday is assumed for unnamed days. */
  isWorkingDay(date: string): boolean {
    const weekday = dayOfWeek(date);
    const kind = this.#kinds.get(date);
    return kind === undefined ? weekday >= 1 && weekday <= 5 : kind === 'WORKDAY';
  }

  /** The n-th working day strictly after a date; `provisional` when the way there touched a year that is not covered. */
  nthWorkingDayAfter(n: number, date: string): { date: string; provisional: boolean } {
    if (!Number.isInteger(n) || n < 1) {
      throw new RangeError(`${n} is no count of working days: expected a whole number from 1`);
    }
    let day = date;
    let provisional = false;
    for (let counted = 0; counted < n; ) {
      day = addDays(day, 1);
      provisional ||= !this.coversYear(Number(day.slice(0, 4)));
      if (this.isWorkingDay(day)) counted += 1;
    }
    return { date: day, provisional };
  }

  /** The n-th working day strictly before a date; in years that are not covered Monday to Friday is assumed. */
  nthWorkingDayBefore(n: number, date: string): string {
    if (!Number.isInteger(n) || n < 1)
      throw new RangeError(`${n} is no count of working days: expected a whole number from 1`);
    let day = date;
    for (let counted = 0; counted < n; ) {
      day = addDays(day, -1);
      if (this.isWorkingDay(day)) counted += 1;
    }
    return day;
  }

  /** How many working days lie strictly after `from`, up to and including `to`; 0 when `to` is not after `from`. */
  workingDaysBetween(from: string, to: string): number {
    const after = dayNumber(from);
    const last = dayNumber(to);
    if (last <= after) return 0;
    let count = plainWorkingDaysUpTo(last) - plainWorkingDaysUpTo(after);
    for (const { day, adds } of this.#departures) if (day > after && day <= last) count += adds;
    return count;
  }

  /** How many working days are left until the last day before an instant; below 0 when that many have gone by since. */
  workingDaysLeft(today: string, dueAt: Date): number {
    const last = shanghaiDate(new Date(dueAt.getTime() - 1));
    return last >= today ? this.workingDaysBetween(today, last) : 0 - this.workingDaysBetween(last, today);
  }
}
