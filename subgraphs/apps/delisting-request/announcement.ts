import {
  addDays,
  shanghaiDate,
  startOfShanghaiDay,
  type WorkCalendar,
} from '@zgt/runtime/calendar/work-calendar.ts';
import { dueAfter } from '@zgt/runtime/lifecycle/deadlines.ts';
import { numberParameter, type ParameterValues } from '@zgt/runtime/parameters.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { ServiceClass } from '../choices.ts';
import { tooShort } from './lifecycle.ts';

/** Articles 23 and 39: the first instant at which an app may be delisted that is announced at an instant. */
export function earliestDelisting(
  serviceClass: ServiceClass,
  announcedAt: Date,
  calendar: WorkCalendar,
  parameters: ParameterValues,
): Date {
  const [name, unit] =
    serviceClass === 'MARKET'
      ? (['delisting.market.announcement_working_days', 'WORKING_DAYS'] as const)
      : (['delisting.public.announcement_calendar_days', 'CALENDAR_DAYS'] as const);
  return dueAfter(numberParameter(parameters, name), unit, announcedAt, calendar).dueAt;
}

/** Article 39: the first instant at which the request of a market app may be announced; null when at once. */
export function earliestAnnouncement(
  serviceClass: ServiceClass,
  requestedAt: Date,
  calendar: WorkCalendar,
  parameters: ParameterValues,
): Date | null {
  const days = numberParameter(parameters, 'delisting.advance_request_working_days');
  return serviceClass === 'MARKET' && days > 0
    ? dueAfter(days, 'WORKING_DAYS', requestedAt, calendar).dueAt
    : null;
}

/** Refuses a planned date on which the announcement is not over, even if it were published as soon as it may be. */
export function plannedTooEarly(
  serviceClass: ServiceClass,
  plannedOn: string | null,
  requestedAt: Date,
  now: Date,
  calendar: WorkCalendar,
  parameters: ParameterValues,
): Refusal | null {
  if (plannedOn === null) return null;
  const announceable = earliestAnnouncement(serviceClass, requestedAt, calendar, parameters);
  const announced = announceable && announceable > now ? announceable : now;
  const earliest = earliestDelisting(serviceClass, announced, calendar, parameters);
  if (startOfShanghaiDay(plannedOn) >= earliest) return null;
  const first = shanghaiDate(earliest);
  const message = `计划下架日期：即使 ${shanghaiDate(announced)} 就公告，最早也是 ${first}（${addDays(first, -1)} 为公告期的最后一天）`;
  return refuse('ANNOUNCEMENT_TOO_SHORT', {
    ...tooShort(serviceClass, earliest),
    details: [{ path: 'plannedOn', message }],
  });
}
