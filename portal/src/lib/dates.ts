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
