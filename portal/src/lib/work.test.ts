import { expect, it } from 'vitest';
import { dueOf, fileSize } from './work.ts';

it('a deadline goes with its working days, and there may be none', () => {
  const dueAt = '2026-12-07T16:00:00.000Z';
  expect(dueOf({ dueAt, overdue: false, remainingWorkingDays: 10 })).toEqual({
    dueAt,
    overdue: false,
    workingDaysLeft: 10,
  });
  expect(dueOf({ dueAt: null, overdue: false, remainingWorkingDays: null })).toBeNull();
});

it('tells the size of a file', () => {
  expect([599, 1536, 20_480, 1_572_864].map(fileSize)).toEqual(['599 字节', '1.5 kB', '20 kB', '1.5 MB']);
});
