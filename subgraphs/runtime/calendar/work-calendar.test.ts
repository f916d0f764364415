import { describe, expect, test } from 'vitest';
import { STATE_COUNCIL_CALENDAR } from './seed.ts';
import {
  addDays,
  addMonths,
  endOfShanghaiDay,
  quarterEnd,
  quarterOf,
  shanghaiDate,
  startOfShanghaiDay,
  WorkCalendar,
} from './work-calendar.ts';

const calendar = new WorkCalendar(STATE_COUNCIL_CALENDAR);
const dates = (kind: string, year: string) =>
  STATE_COUNCIL_CALENDAR.days
    .filter((day) => day.kind === kind && day.date.startsWith(year))
    .map((day) => day.date.slice(5));

describe('the published notices', () => {
  test('2026: 33 days off and six make-up days', () => {
    expect(dates('HOLIDAY', '2026')).toEqual([
      ...['01-01', '01-02', '01-03'],
      ...['02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
      ...['04-04', '04-05', '04-06'],
      ...['05-01', '05-02', '05-03', '05-04', '05-05'],
      ...['06-19', '06-20', '06-21'],
      ...['09-25', '09-26', '09-27'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
    ]);
    expect(dates('WORKDAY', '2026')).toEqual(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']);
  });

  test('2025: 28 days off and five make-up days', () => {
    expect(dates('HOLIDAY', '2025')).toEqual([
      '01-01',
      ...['01-28', '01-29', '01-30', '01-31', '02-01', '02-02', '02-03', '02-04'],
      ...['04-04', '04-05', '04-06'],
      ...['05-01', '05-02', '05-03', '05-04', '05-05'],
      ...['05-31', '06-01', '06-02'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-08'],
    ]);
    expect(dates('WORKDAY', '2025')).toEqual(['01-26', '02-08', '04-27', '09-28', '10-11']);
  });

  test('days carry their holiday’s name', () => {
    expect(STATE_COUNCIL_CALENDAR.days.find((day) => day.date === '2026-10-10')).toEqual({
      date: '2026-10-10',
      kind: 'WORKDAY',
      name: '国庆节',
    });
  });

  test('2025 and 2026 are covered, 2024 and 2027 are not', () => {
    expect([2024, 2025, 2026, 2027].map((year) => calendar.coversYear(year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

test.each([
  ['2026-11-23', true, 'a Monday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2026-10-01', false, 'National Day, a Thursday'],
  ['2026-10-07', false, 'the last day of National Day week'],
  ['2026-10-08', true, 'the day after it'],
  ['2026-10-10', true, 'a make-up Saturday'],
  ['2026-02-28', true, 'a make-up Saturday'],
  ['2026-10-11', false, 'the Sunday after a make-up Saturday'],
])('%s: working day %s (%s)', (date, expected) => {
  expect(calendar.isWorkingDay(date)).toBe(expected);
});

test.each([
  ['2026-11-23', '2026-11-25T16:00:00Z', 2, 'the last day is counted, today is not'],
  ['2026-11-25', '2026-11-25T16:00:00Z', 0, 'the last day'],
  ['2026-11-26', '2026-11-25T16:00:00Z', -1, 'the first day on which it is late'],
  ['2026-11-29', '2026-11-27T16:00:00Z', 0, 'a Sunday after a Friday: late, by no working day'],
  ['2026-10-09', '2026-09-30T16:00:00Z', -2, 'late over National Day week'],
])('on %s, until %s, %i working days are left (%s)', (today, dueAt, left) => {
  expect(calendar.workingDaysLeft(today, new Date(dueAt))).toBe(left);
});

describe('the n-th working day strictly after a day', () => {
  test.each([
    [10, '2026-11-23', '2026-12-07'],
    [1, '2026-11-27', '2026-11-30'],
    [1, '2026-11-28', '2026-11-30'],
    [5, '2026-09-30', '2026-10-13'],
    [5, '2026-09-28', '2026-10-10'],
    [1, '2026-10-09', '2026-10-10'],
    [5, '2026-02-12', '2026-02-26'],
    [3, '2025-12-30', '2026-01-05'],
  ])('%i after %s is %s', (n, from, to) => {
    expect(calendar.nthWorkingDayAfter(n, from)).toEqual({ date: to, provisional: false });
  });

  test('a walk into the uncovered 2027 assumes Monday to Friday and says so', () => {
    expect(calendar.nthWorkingDayAfter(10, '2026-12-18')).toEqual({ date: '2027-01-01', provisional: true });
    expect(calendar.nthWorkingDayAfter(9, '2026-12-18')).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.nthWorkingDayAfter(2, '2027-10-01')).toEqual({ date: '2027-10-05', provisional: true });
  });

  test('a year entered later makes the same walk certain', () => {
    const extended = new WorkCalendar({
      coveredYears: [...STATE_COUNCIL_CALENDAR.coveredYears, 2027],
      days: [...STATE_COUNCIL_CALENDAR.days, { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' }],
    });
    expect(extended.nthWorkingDayAfter(10, '2026-12-18')).toEqual({ date: '2027-01-04', provisional: false });
  });

  test.each([0, -1, 1.5, Number.NaN])('%d is no count', (n) => {
    expect(() => calendar.nthWorkingDayAfter(n, '2026-11-23')).toThrow(/expected a whole number from 1/);
  });
});

test.each([
  ['2026-11-23', '2026-12-07', 10],
  ['2026-09-30', '2026-10-08', 1],
  ['2026-09-30', '2026-10-10', 3],
  ['2026-11-23', '2026-11-23', 0],
  ['2026-12-07', '2026-11-23', 0],
])('after %s up to %s lie %i working days', (from, to, count) => {
  expect(calendar.workingDaysBetween(from, to)).toBe(count);
});

test('the count between any two days is what going from day to day gives, in covered years and others', () => {
  const first = '2024-12-20';
  const days = Array.from({ length: 800 }, (_, index) => addDays(first, index));
  const upTo = [0];
  for (const day of days) upTo.push(upTo.at(-1)! + (calendar.isWorkingDay(day) ? 1 : 0));
  for (let from = 0; from < days.length; from += 13)
    for (let to = 0; to < days.length; to++)
      expect(calendar.workingDaysBetween(days[from]!, days[to]!), `${days[from]} to ${days[to]}`).toBe(
        Math.max(0, upTo[to + 1]! - upTo[from + 1]!),
      );
  expect(calendar.workingDaysBetween('1969-12-20', '1970-01-10')).toBe(15);
});

test('a table that names a day twice or no real day is refused', () => {
  const day = { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' } as const;
  expect(() => new WorkCalendar({ coveredYears: [2027], days: [day, day] })).toThrow(/2027-01-01 twice/);
  expect(() => new WorkCalendar({ coveredYears: [2027], days: [{ ...day, date: '2027-02-30' }] })).toThrow(
    /"2027-02-30" is no date/,
  );
  expect(() => calendar.workingDaysBetween('2026-11-23', 'soon')).toThrow(/"soon" is no date/);
});

test('the legal day turns at midnight in Shanghai, 16:00 UTC', () => {
  expect(shanghaiDate(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
  expect(shanghaiDate(new Date('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
  expect(startOfShanghaiDay('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z');
  expect(endOfShanghaiDay('2026-11-23').toISOString()).toBe('2026-11-23T16:00:00.000Z');
  expect(endOfShanghaiDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
});

test('days are added over months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

describe('months are added to the same day or the last day', () => {
  test.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-23', 36, '2029-11-23'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

test('quarters', () => {
  expect(quarterOf('2026-03-31')).toEqual({ year: 2026, quarter: 1 });
  expect(quarterOf('2026-04-01')).toEqual({ year: 2026, quarter: 2 });
  expect(quarterOf('2026-12-31')).toEqual({ year: 2026, quarter: 4 });
  expect(quarterEnd('2026-01-01')).toBe('2026-03-31');
  expect(quarterEnd('2026-05-20')).toBe('2026-06-30');
  expect(quarterEnd('2026-09-30')).toBe('2026-09-30');
  expect(quarterEnd('2026-11-23')).toBe('2026-12-31');
});

test.each(['2026-02-30', '2026-2-3', '23.11.2026', ''])('%j is refused as a date', (text) => {
  expect(() => addDays(text, 1)).toThrow(/expected a real calendar day as YYYY-MM-DD/);
});

test('counts working days back as it counts them on: past a holiday week, with its make-up Saturday', () => {
  // 18, 17 and 16 December before Sunday the 20th; before 12 October: Saturday the 10th was worked, 9 and 8, then 30 September.
  expect(calendar.nthWorkingDayBefore(3, '2026-12-20')).toBe('2026-12-16');
  expect(calendar.nthWorkingDayBefore(4, '2026-10-12')).toBe('2026-09-30');
  expect(() => calendar.nthWorkingDayBefore(0, '2026-12-20')).toThrow('whole number from 1');
});
