import { addMonths, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { badInput } from '../request.ts';

export const USUAL_MONTHS = 12;
const MOST_MONTHS = 36;

export const MONTHS_DESCRIPTION = `回看几个月，本月在内；1 到 ${MOST_MONTHS}，不填为 ${USUAL_MONTHS}。`;

/** The first day of a span of so many months, the present one included; BAD_USER_INPUT for a length that is not offered. */
export function firstDayOf(months: number, now: Date): string {
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    throw badInput(`months 应为 1 到 ${MOST_MONTHS} 的整数。`);
  return addMonths(`${shanghaiDate(now).slice(0, 7)}-01`, 1 - months);
}
