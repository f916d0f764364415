import { expect, it } from 'vitest';
import { addDays, addMonths, dayOf, lastDayOf, lastDayOfMonth, weeksOf } from './legal-days.ts';

it('counts days as Beijing does', () => {
  expect(dayOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
  expect(dayOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
});

it('names the last day that is in time', () => {
  expect(lastDayOf('2026-12-07T16:00:00.000Z')).toBe('2026-12-07');
  expect(lastDayOf('2026-12-07T02:30:00.000Z')).toBe('2026-12-07');
});

it('steps over ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2027-01', -1)).toBe('2026-12');
  expect(lastDayOfMonth('2026-02')).toBe('2026-02-28');
});

it('lays a month out in weeks from Monday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
});
