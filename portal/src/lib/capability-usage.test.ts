import { expect, test } from 'vitest';
import { columnsOf, totalByDay } from './capability-usage.ts';

test('the greatest day fills the height, an idle day has no column, and one call is still seen', () => {
  const columns = columnsOf([0, 1, 5000, 2500], 400, 100);
  expect(columns.map(({ y, height }) => [y, height])).toEqual([
    [100, 0],
    [99, 1],
    [0, 100],
    [50, 50],
  ]);
  expect(columns.map(({ x, width }) => [Math.round(x), Math.round(width)])).toEqual([
    [15, 70],
    [115, 70],
    [215, 70],
    [315, 70],
  ]);
});

test('days without any call draw nothing', () => {
  expect(columnsOf([0, 0], 400, 100).map(({ height }) => height)).toEqual([0, 0]);
});

test('the days of several capabilities are added up', () => {
  const usage = (calls: number, failedCalls: number) => ({
    capabilityCode: 'A',
    capabilityName: null,
    calls,
    failedCalls,
    days: [
      { day: '2026-11-22', calls, failedCalls },
      { day: '2026-11-23', calls: 1, failedCalls: 0 },
    ],
  });
  expect(totalByDay([usage(3, 1), usage(4, 0)])).toEqual([
    { day: '2026-11-22', calls: 7, failedCalls: 1 },
    { day: '2026-11-23', calls: 2, failedCalls: 0 },
  ]);
});
