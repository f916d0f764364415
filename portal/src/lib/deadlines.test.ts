import { expect, test } from 'vitest';
import { currentDeadline, type Deadline, howLong, untilWhen } from './deadlines.ts';

const deadline = (name: string, dueAt: string, endedAt: string | null = null): Deadline => ({
  name,
  title: name,
  articles: [],
  owedBy: 'MANAGEMENT_UNIT',
  owedByLabel: '',
  startedAt: dueAt,
  dueAt,
  endedAt,
  overdue: false,
  reminder: false,
  provisional: false,
  remainingWorkingDays: 1,
});

test('the clock that ends first counts; one that has ended, a reminder and the term of a right do not', () => {
  const found = currentDeadline([
    deadline('later', '2026-12-08T16:00:00.000Z'),
    deadline('ended', '2026-12-01T16:00:00.000Z', '2026-11-30T01:00:00.000Z'),
    deadline('validity', '2026-11-25T16:00:00.000Z'),
    { ...deadline('reminder', '2026-11-24T16:00:00.000Z'), reminder: true },
    deadline('next', '2026-12-07T16:00:00.000Z'),
  ]);
  expect(found?.name).toBe('next');
  expect(currentDeadline([])).toBeNull();
});

test('a reminder stands back behind what it reminds of', () => {
  const reminder = { ...deadline('reminder', '2026-11-25T16:00:00.000Z'), reminder: true };
  expect(currentDeadline([reminder, deadline('due', '2026-12-25T16:00:00.000Z')])?.name).toBe('due');
  expect(currentDeadline([reminder])?.name).toBe('reminder');
});

test('a clock of days is told by its last day, a clock of minutes by its instant', () => {
  expect(untilWhen({ dueAt: '2026-12-07T16:00:00.000Z' })).toBe('2026年12月7日周一');
  expect(untilWhen({ dueAt: '2026-11-23T01:30:00.000Z' })).toBe('2026年11月23日 09:30:00');
});

test('how long is left is told in working days, and what is late within its last day as late', () => {
  expect(howLong({ overdue: false, workingDaysLeft: 3 })).toBe('还剩 3 个工作日');
  expect(howLong({ overdue: false, workingDaysLeft: 0 })).toBe('今天到期');
  expect(howLong({ overdue: true, workingDaysLeft: 0 })).toBe('已超期');
  expect(howLong({ overdue: true, workingDaysLeft: -12 })).toBe('已超期 12 个工作日');
});
