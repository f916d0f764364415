import { expect, it } from 'vitest';
import type { InspectionCycle } from './check-items.ts';
import { begunPeriods, cyclePeriod } from './cycles.ts';

it.each<[InspectionCycle, string, string, string, string]>([
  ['DAILY', '2026-11-22', '2026-11-22', '2026-11-22', '2026-11-22'],
  ['WEEKLY', '2026-11-22', '2026-W47', '2026-11-16', '2026-11-22'],
  ['WEEKLY', '2026-11-23', '2026-W48', '2026-11-23', '2026-11-29'],
  ['WEEKLY', '2026-01-01', '2026-W01', '2025-12-29', '2026-01-04'],
  ['WEEKLY', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
  ['MONTHLY', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
  ['QUARTERLY', '2026-11-22', '2026Q4', '2026-10-01', '2026-12-31'],
  ['ANNUAL', '2026-11-22', '2026', '2026-01-01', '2026-12-31'],
])('article 47: the %s period of %s is %s, from %s to %s', (cycle, date, key, start, end) => {
  expect(cyclePeriod(cycle, date)).toEqual({ key, start, end });
});

it('article 47: periods begin with their first day, in order and without gaps', () => {
  expect(begunPeriods('DAILY', '2026-11-20', '2026-11-22').map(({ key }) => key)).toEqual([
    '2026-11-21',
    '2026-11-22',
  ]);
  expect(begunPeriods('DAILY', '2026-11-22', '2026-11-22')).toEqual([]);
  expect(begunPeriods('WEEKLY', '2026-12-27', '2027-01-04').map(({ key }) => key)).toEqual([
    '2026-W53',
    '2027-W01',
  ]);
  expect(begunPeriods('QUARTERLY', '2026-09-30', '2026-12-31').map(({ key }) => key)).toEqual(['2026Q4']);
});
