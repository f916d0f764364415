import { shanghaiDate, type WorkCalendar } from '@zgt/runtime/calendar/work-calendar.ts';
import { UNIT_REQUESTS } from './requests.ts';

/** An answer to a request of a unit, as the log has it. */
export interface LoggedDecision {
  noun: string;
  recordId: string;
  number: string;
  title: string;
  organizationId: string;
  organizationName: string;
  action: string;
  /** The state in which the request waited. */
  from: string;
  reason: string | null;
  waitingSince: Date;
  decidedAt: Date;
}

/** A request that waits now. */
export interface Waiting {
  noun: string;
  recordId: string;
  number: string;
  title: string;
  organizationId: string;
  organizationName: string;
  from: string;
  since: Date;
}

export interface Decision extends LoggedDecision {
  isRefused: boolean;
  actionLabel: string;
  workingDays: number;
  /** How many that had waited longer in the same place had no answer yet. */
  overtook: number;
}

export interface Applicant {
  organizationId: string;
  organizationName: string;
  decisions: number;
  refusals: number;
  averageHours: number;
  longestHours: number;
}

const HOUR = 3_600_000;
const hoursOf = ({ waitingSince, decidedAt }: LoggedDecision) =>
  (decidedAt.getTime() - waitingSince.getTime()) / HOUR;

/** The decisions with how long each took and whom it overtook (article 46): only those that waited in the same place compare. */
export function decisionsOf(
  logged: readonly LoggedDecision[],
  waiting: readonly Waiting[],
  calendar: WorkCalendar,
): Decision[] {
  const place = ({ noun, from }: { noun: string; from: string }) => `${noun} ${from}`;
  const decidedAt = Map.groupBy(logged, place);
  const undecided = Map.groupBy(waiting, place);
  return logged.map((one) => {
    const { granted, refused } = UNIT_REQUESTS[one.noun]!;
    const later = decidedAt
      .get(place(one))!
      .filter((other) => other.waitingSince < one.waitingSince && other.decidedAt > one.decidedAt);
    const still = (undecided.get(place(one)) ?? []).filter(({ since }) => since < one.waitingSince);
    return {
      ...one,
      isRefused: Object.hasOwn(refused, one.action),
      actionLabel: refused[one.action] ?? granted[one.action]!,
      workingDays: calendar.workingDaysBetween(shanghaiDate(one.waitingSince), shanghaiDate(one.decidedAt)),
      overtook: later.length + still.length,
    };
  });
}

/** How each applicant fared, who was answered most slowly first. */
export function applicantsOf(decisions: readonly Decision[]): Applicant[] {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return [...Map.groupBy(decisions, ({ organizationId }) => organizationId).values()]
    .map((own) => {
      const hours = own.map(hoursOf);
      return {
        organizationId: own[0]!.organizationId,
        organizationName: own[0]!.organizationName,
        decisions: own.length,
        refusals: own.filter(({ isRefused }) => isRefused).length,
        averageHours: tenth(hours.reduce((sum, one) => sum + one, 0) / hours.length),
        longestHours: tenth(Math.max(...hours)),
      };
    })
    .sort((one, other) => other.averageHours - one.averageHours);
}
