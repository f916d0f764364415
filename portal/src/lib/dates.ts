const ZONE = 'Asia/Shanghai';

const DAY = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const SECOND = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

const asDate = (value: string): Date =>
  new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00+08:00` : value);

/** 2026年12月1日周二, in Beijing time, from a date or an instant in ISO 8601. */
export function formatDay(value: string): string {
  return DAY.format(asDate(value)).replace(' ', '');
}

/** 2026年12月1日 09:30:05, in Beijing time, from an instant in ISO 8601. */
export function formatInstant(value: string): string {
  return SECOND.format(asDate(value));
}

/** An instant in ISO 8601 as a form's time field holds it: Beijing time without offset, to the second. */
export function toLocalTime(value: string): string {
  return LOCAL.format(new Date(value)).replace(' ', 'T');
}

/** True for what a form's time field gives: a date and a time that exist. */
export function isLocalTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value) && !Number.isNaN(Date.parse(`${value}Z`));
}

/** What a form's time field gives, as an instant in ISO 8601. */
export function fromLocalTime(value: string): string {
  return `${value.length === 16 ? `${value}:00` : value}+08:00`;
}
