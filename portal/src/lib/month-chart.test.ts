import { expect, test } from 'vitest';
import { stackedColumns } from './month-chart.ts';

test('parts stand on each other, the highest column fills the room, and what is not zero is seen', () => {
  const { columns, most } = stackedColumns([{ values: [1, null, 1000] }, { values: [1, 0, 0] }], 3, 300, 100);
  expect(most).toBe(1000);
  expect(columns.map(({ series, y, height }) => [series, y, height])).toEqual([
    [0, 99, 1],
    [1, 98, 1],
    [0, 0, 100],
  ]);
  expect(columns[0]!.x).toBeCloseTo(15);
  expect(columns[0]!.width).toBeCloseTo(70);
});

test('nothing is drawn where there is nothing', () => {
  expect(stackedColumns([{ values: [0, null] }], 2, 200, 100)).toEqual({ columns: [], most: 0 });
});
