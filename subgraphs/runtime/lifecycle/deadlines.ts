import type { ParameterUnit } from '@zgt/schema/measure/parameter-type.ts';
import { RULE_PARAMETERS } from '@zgt/schema/measure/parameters.ts';
import {
  addDays,
  addMonths,
  endOfShanghaiDay,
  shanghaiDate,
  startOfShanghaiDay,
  type WorkCalendar,
} from '../calendar/work-calendar.ts';
import { newId } from '../id.ts';
import { numberParameter, type ParameterValues } from '../parameters.ts';
import type { DeadlineRule, Lifecycle, Row, Transition } from './declaration.ts';

export interface DueInstant {
  dueAt: Date;
  /** How many working days were counted, and after which date; null for other lengths. */
  workingDays: number | null;
  countedFrom: string | null;
  /** True when the count crossed a year whose holidays are not announced yet. */
  provisional: boolean;
}

/** The first instant after the period: working and calendar days end at Shanghai midnight, hours and minutes run on. */
export function dueAfter(
  amount: number,
  unit: ParameterUnit,
  from: Date,
  calendar: WorkCalendar,
): DueInstant {
  const day = shanghaiDate(from);
  switch (unit) {
    case 'WORKING_DAYS': {
      if (amount === 0)
        return { dueAt: endOfShanghaiDay(day), workingDays: 0, countedFrom: day, provisional: false };
      const last = calendar.nthWorkingDayAfter(amount, day);
      return {
        dueAt: endOfShanghaiDay(last.date),
        workingDays: amount,
        countedFrom: day,
        provisional: last.provisional,
      };
    }
    case 'CALENDAR_DAYS':
      return {
        dueAt: endOfShanghaiDay(addDays(day, amount)),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    case 'MONTHS':
      return {
        dueAt: endOfShanghaiDay(addMonths(day, amount)),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    case 'YEARS':
      return {
        dueAt: endOfShanghaiDay(addMonths(day, amount * 12)),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    case 'HOURS':
      return {
        dueAt: new Date(from.getTime() + amount * 3_600_000),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    case 'MINUTES':
      return {
        dueAt: new Date(from.getTime() + amount * 60_000),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    default:
      throw new Error(`unit ${unit} is no length of time`);
  }
}

/** The first instant of the day that lies the period before a date: when a reminder of that date is due. */
export function dueBefore(
  amount: number,
  unit: (typeof RULE_PARAMETERS)[number]['unit'],
  date: string,
  calendar: WorkCalendar,
): DueInstant {
  switch (unit) {
    case 'WORKING_DAYS':
      return {
        dueAt: startOfShanghaiDay(amount === 0 ? date : calendar.nthWorkingDayBefore(amount, date)),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    case 'CALENDAR_DAYS':
      return {
        dueAt: startOfShanghaiDay(addDays(date, -amount)),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    case 'MONTHS':
      return {
        dueAt: startOfShanghaiDay(addMonths(date, -amount)),
        workingDays: null,
        countedFrom: null,
        provisional: false,
      };
    default:
      throw new Error(`unit ${unit} cannot be counted back from a date`);
  }
}

function due(
  rule: DeadlineRule,
  record: Row,
  now: Date,
  calendar: WorkCalendar,
  parameters: ParameterValues,
): DueInstant | null {
  if (rule.when && !rule.when(record)) return null;
  if (rule.until) {
    const dueAt = rule.until(record);
    return dueAt && { dueAt, workingDays: null, countedFrom: null, provisional: false };
  }
  const name = typeof rule.parameter === 'function' ? rule.parameter(record) : rule.parameter;
  const declared = RULE_PARAMETERS.find((parameter) => parameter.name === name)!;
  if (rule.before) {
    const date = rule.before(record);
    return date === null
      ? null
      : dueBefore(numberParameter(parameters, declared.name), declared.unit, date, calendar);
  }
  const from = rule.from ? startOfShanghaiDay(rule.from(record)) : now;
  const counted = dueAfter(numberParameter(parameters, declared.name), declared.unit, from, calendar);
  const earliest = rule.notBefore?.(record);
  return earliest && earliest > counted.dueAt
    ? { dueAt: earliest, workingDays: null, countedFrom: null, provisional: false }
    : counted;
}

export interface StartedDeadline extends DueInstant {
  id: string;
  noun: string;
  recordId: string;
  name: string;
  title: string;
  articles: readonly number[];
  owedBy: string;
  organizationId: string;
  action: string | null;
  startedAt: Date;
  reminder: boolean;
  /** Somebody owes something by then; the rest the system carries out by itself. */
  owed: boolean;
}

/** A clock as it is declared, and as it was started. */
interface Running {
  rule: DeadlineRule;
  deadline: StartedDeadline;
}

/** Which clocks of a record end and start, and when its next step is due; null when nobody owes one. */
export interface DeadlineMoves {
  final: boolean;
  ends: readonly string[];
  starts: readonly StartedDeadline[];
  dueAt: Date | null;
  /** The instants for which alarms are set. */
  alarmsAt: readonly Date[];
}

/** Ends and starts the clocks that a transition names; a clock of the same name starts anew, a final state ends all. */
export function moveDeadlines(
  lifecycle: Lifecycle,
  transition: Transition,
  record: Row,
  now: Date,
  calendar: WorkCalendar,
  parameters: ParameterValues,
): DeadlineMoves {
  const running = (transition.starts ?? []).flatMap((rule): Running[] => {
    const instant = due(rule, record, now, calendar, parameters);
    if (!instant) return [];
    return [
      {
        rule,
        deadline: {
          id: newId(),
          noun: lifecycle.noun,
          recordId: record.id,
          name: rule.name,
          title: rule.title,
          articles: rule.articlesOf?.(record) ?? rule.articles,
          owedBy: typeof rule.owedBy === 'function' ? rule.owedBy(record) : rule.owedBy,
          organizationId: record.organizationId,
          action: rule.action ?? null,
          startedAt: now,
          reminder: rule.before !== undefined,
          owed: rule.owed === true || rule.action === undefined,
          ...instant,
        },
      },
    ];
  });
  const owed = running
    .filter(({ deadline }) => deadline.owed && !deadline.reminder)
    .map(({ deadline }) => deadline.dueAt);
  return {
    final: lifecycle.states[record.state]!.final === true,
    ends: [...(transition.ends ?? []), ...(transition.starts ?? []).map((rule) => rule.name)],
    starts: running.map(({ deadline }) => deadline),
    alarmsAt: running.filter(({ rule }) => rule.exact).map(({ deadline }) => deadline.dueAt),
    dueAt: owed.length > 0 ? new Date(Math.min(...owed.map(Number))) : null,
  };
}
