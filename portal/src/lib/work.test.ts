import { expect, it } from 'vitest';
import { dueOf, fileSize } from './work.ts';

it('shows the last day that is in time, and what is late as late', () => {
  const dueAt = '2026-12-07T16:00:00.000Z';
  expect(dueOf({ dueAt, overdue: false, remainingWorkingDays: 10 })).toEqual({
    dueOn: '2026-12-07T15:59:59.999Z',
    workingDaysLeft: 10,
  });
  expect(dueOf({ dueAt, overdue: true, remainingWorkingDays: 0 })?.workingDaysLeft).toBe(-1);
  expect(dueOf({ dueAt: null, overdue: false, remainingWorkingDays: null })).toBeNull();
});

it('tells the size of a file', () => {
  expect([599, 1536, 20_480, 1_572_864].map(fileSize)).toEqual(['599 字节', '1.5 kB', '20 kB', '1.5 MB']);
});
