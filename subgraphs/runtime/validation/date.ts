import type { Checked } from './checked.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

function isCalendarDate(year: number, month: number, day: number): boolean {
  const lastDay = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
  return year >= 1900 && year <= 2999 && day >= 1 && day <= lastDay;
}

/** Accepts `YYYY-MM-DD` only when that day exists in the calendar, between 1900 and 2999. */
export function checkDate(value: string): Checked {
  const parts = DATE.exec(value);
  if (!parts) return { ok: false, reason: '日期格式应为“年-月-日”，例如 2026-11-23' };
  const [, year, month, day] = parts;
  if (!isCalendarDate(Number(year), Number(month), Number(day))) {
    return { ok: false, reason: `日期 ${value} 不存在或不在 1900 年至 2999 年之间` };
  }
  return { ok: true, value };
}

/**
 * Accepts an ISO 8601 instant that names its offset (`Z` or `±hh:mm`) and exists.
 *
 * An instant without offset would mean another moment on another machine, so it is refused.
 */
export function checkInstant(value: string): { ok: true; instant: Date } | { ok: false; reason: string } {
  const parts = INSTANT.exec(value);
  if (!parts) {
    return { ok: false, reason: '时间格式应为带时区的 ISO 8601，例如 2026-11-23T09:00:00+08:00' };
  }
  const [, date, hour, minute, second, , offset] = parts;
  const checkedDate = checkDate(date!);
  if (!checkedDate.ok) return checkedDate;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return { ok: false, reason: `时刻 ${hour}:${minute}:${second} 不存在` };
  }
  if (offset !== 'Z') {
    const [offsetHour, offsetMinute] = offset!.slice(1).split(':').map(Number);
    if (offsetMinute! > 59 || offsetHour! * 60 + offsetMinute! > 14 * 60) {
      return { ok: false, reason: `时区偏移 ${offset} 不存在` };
    }
  }
  return { ok: true, instant: new Date(value) };
}
