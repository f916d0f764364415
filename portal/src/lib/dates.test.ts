import { expect, test } from 'vitest';
import { formatDay, formatInstant } from './dates.ts';

test('a legal date carries its weekday', () => {
  expect(formatDay('2026-12-01')).toBe('2026年12月1日周二');
});

test('an instant late in the day abroad is the next day in Beijing', () => {
  expect(formatDay('2026-11-30T16:30:00Z')).toBe('2026年12月1日周二');
  expect(formatInstant('2026-11-30T16:30:05Z')).toBe('2026年12月1日 00:30:05');
});
