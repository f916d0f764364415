import { formatDay, formatInstant } from './dates.ts';

/** A clock on a record, as the API gives it; `dueAt` is the first instant at which it is late. */
export interface Deadline {
  name: string;
  title: string;
  articles: number[];
  owedBy: string;
  owedByLabel: string;
  startedAt: string;
  dueAt: string;
  endedAt: string | null;
  overdue: boolean;
  /** Tells of what is to come: nothing is owed by then. */
  reminder: boolean;
  provisional: boolean;
  remainingWorkingDays: number | null;
}

/** The end of a term, or an outage's next level, is a fact of the record, not something that somebody has to do. */
const FACTS: readonly string[] = ['validity', 'crossing'];

/** The clock that is next to run out, a reminder only where nothing else runs; null when nobody is under one. */
export function currentDeadline(deadlines: readonly Deadline[]): Deadline | null {
  const running = deadlines.filter(({ endedAt, name }) => endedAt === null && !FACTS.includes(name));
  const [next] = running.sort(
    (a, b) => Number(a.reminder) - Number(b.reminder) || a.dueAt.localeCompare(b.dueAt),
  );
  return next ?? null;
}

/** True when the clock ends with a day in Beijing rather than at an hour of it. */
export function endsWithDay({ dueAt }: Pick<Deadline, 'dueAt'>): boolean {
  return dueAt.slice(11, 19) === '16:00:00';
}

/** The last instant in time: of a clock that ends with a day, its formatting gives that day. */
export function lastMoment({ dueAt }: Pick<Deadline, 'dueAt'>): string {
  return new Date(Date.parse(dueAt) - 1).toISOString();
}

/** Until when, in words: the last day, or the instant. */
export function untilWhen(deadline: Pick<Deadline, 'dueAt'>): string {
  return endsWithDay(deadline) ? formatDay(lastMoment(deadline)) : formatInstant(deadline.dueAt);
}

/** How long there is left, or how long it has been late, in words. */
export function howLong({ overdue, workingDaysLeft }: { overdue: boolean; workingDaysLeft: number }): string {
  if (overdue) return workingDaysLeft < 0 ? `已超期 ${-workingDaysLeft} 个工作日` : '已超期';
  return workingDaysLeft === 0 ? '今天到期' : `还剩 ${workingDaysLeft} 个工作日`;
}
