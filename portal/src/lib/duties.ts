/// <reference path="../env.d.ts" />
import { type Answer, ask } from './api.ts';
import { DUTIES_QUERY } from './page-queries.ts';
import { lowerFirst } from './register.ts';
import { REGISTERS } from './registers.ts';

/** Something that is owed by a day. */
export interface Duty {
  id: string;
  noun: string;
  recordId: string;
  number: string | null;
  recordTitle: string | null;
  title: string;
  articles: number[];
  owedByLabel: string;
  dueAt: string;
  endedAt: string | null;
  overdue: boolean;
  /** The system carries it out by itself. */
  automatic: boolean;
  /** A reminder of what is to come: nothing is owed by then. */
  reminder: boolean;
  provisional: boolean;
}

/** What falls due from one day to another, both included, by due day; the management unit sees what anyone owes. */
export async function loadDuties(
  locals: App.Locals,
  from: string,
  to: string,
  openOnly = false,
): Promise<Answer<Duty[]>> {
  const answer = await ask<{ dutyCalendar: Duty[] }>(locals, DUTIES_QUERY, { from, to, open: openOnly });
  return answer.trouble === null ? { data: answer.data.dutyCalendar, trouble: null } : answer;
}

/** Alias limit of the API, with room to spare. */
const DAYS_AT_ONCE = 12;

interface Counted {
  deadlines: { dueAt: string; remainingWorkingDays: number | null }[];
}

/**
 * Working days left until each of the due instants, for duties that still run.
 * The calendar of duties tells no distance, but the records' own deadlines do, and duties of one day share it.
 */
export async function workingDaysLeft(
  locals: App.Locals,
  duties: readonly Duty[],
): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  const oneOfEachDay = new Map<string, Duty>();
  for (const duty of duties)
    if (
      duty.endedAt === null &&
      !oneOfEachDay.has(duty.dueAt) &&
      REGISTERS.some(({ noun }) => noun === duty.noun)
    )
      oneOfEachDay.set(duty.dueAt, duty);
  const asked = [...oneOfEachDay.values()];
  for (let from = 0; from < asked.length; from += DAYS_AT_ONCE) {
    const some = asked.slice(from, from + DAYS_AT_ONCE);
    const declared = some.map((_, index) => `$d${index}: ID!`);
    const selection = some.map(
      ({ noun }, index) =>
        `d${index}: ${lowerFirst(noun)}(id: $d${index}) { deadlines { dueAt remainingWorkingDays } }`,
    );
    const { data } = await ask<Record<string, Counted | null>>(
      locals,
      `query Left(${declared.join(', ')}) { ${selection.join(' ')} }`,
      Object.fromEntries(some.map(({ recordId }, index) => [`d${index}`, recordId])),
    );
    for (const record of Object.values(data ?? {}))
      for (const { dueAt, remainingWorkingDays } of record?.deadlines ?? [])
        if (remainingWorkingDays !== null) left.set(dueAt, remainingWorkingDays);
  }
  return left;
}
