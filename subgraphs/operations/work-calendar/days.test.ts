import { expect, test } from 'vitest';
import { readDays } from './days.ts';

test('lines of date and name become days of the calendar', () => {
  expect(readDays(2027, ['2027-01-01 元旦'], ['2027-02-20 春节调休'])).toEqual({
    days: [
      { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' },
      { date: '2027-02-20', kind: 'WORKDAY', name: '春节调休' },
    ],
    fault: null,
  });
});

test.each([
  [['2027-01-01'], [], 'holidays', '“2027-01-01”：应为日期和名称，以空格隔开'],
  [['2028-01-01 元旦'], [], 'holidays', '“2028-01-01 元旦”：不在 2027 年内'],
  [['2027-01-01 元旦', '2027-01-01 元旦'], [], 'holidays', '“2027-01-01 元旦”：同一天写了两次'],
  [[], ['2027-02-19 调休'], 'workdays', '“2027-02-19 调休”：本来就是周一至周五'],
])('a wrong line is named: %j %j', (holidays, workdays, path, message) => {
  expect(readDays(2027, holidays, workdays).fault).toEqual({ path, message });
});
