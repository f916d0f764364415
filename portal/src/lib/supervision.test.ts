import { expect, test } from 'vitest';
import { changeOf, metricChart } from './supervision.ts';

test('a metric’s chart takes its unit from the label', () => {
  const points = [{ month: '2026-10', value: 1200 }];
  expect(metricChart({ label: '注册用户（人）', points })).toEqual({
    title: '注册用户',
    unit: '人',
    bars: [{ label: '2026-10', value: 1200 }],
  });
});

test('the last two months are compared in words', () => {
  const of = (...values: number[]) =>
    changeOf(values.map((value, index) => ({ month: `2026-0${index + 1}`, value })));
  expect(of(10)).toBeNull();
  expect(of(1, 1000, 1250)).toBe('2026-03 比 2026-02 增加 250（25%）');
  expect(of(0, 3)).toBe('2026-02 比 2026-01 增加 3');
  expect(of(4, 3)).toBe('2026-02 比 2026-01 减少 1（25%）');
  expect(of(4, 4)).toBe('2026-02 与 2026-01 持平');
});
