/// <reference path="../env.d.ts" />
const DAY_MS = 86_400_000;
const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The calendar day in Beijing of an instant in ISO 8601: 2026-12-07. */
export function dayOf(instant: string): string {
  return SHANGHAI.format(new Date(instant));
}

/** The last day on which something is in time, from the instant at which it becomes late. */
export function lastDayOf(dueAt: string): string {
  return dayOf(new Date(new Date(dueAt).getTime() - 1).toISOString());
}

/** Today in Beijing, by the platform's clock, so that pages and deadlines agree on the day. */
export function today(locals: App.Locals): string {
  return dayOf(locals.now().toISOString());
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The month `months` later, as 2026-12. */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export function lastDayOfMonth(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** Weeks from Monday to Sunday that hold the month; days of other months are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const blanks = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array<null>(blanks).fill(null);
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
