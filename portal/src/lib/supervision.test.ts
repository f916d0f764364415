import { expect, test } from 'vitest';
import {
  changeOf,
  figureTables,
  incidentSeries,
  metricName,
  monthsFrom,
  type SupervisionAnswer,
  spanOf,
} from './supervision.ts';

test('a metric’s unit is taken from its label', () => {
  expect(metricName('注册用户（人）')).toEqual({ title: '注册用户', unit: '人' });
  expect(metricName('别的')).toEqual({ title: '别的', unit: '' });
});

test('one looks back as far as is offered, else a year', () => {
  const asked = (query: string) => spanOf(new URLSearchParams(query));
  expect(['months=3', 'months=24', 'months=5', 'months=x', ''].map(asked)).toEqual([3, 24, 12, 12, 12]);
  expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
});

const ANSWER: SupervisionAnswer = {
  supervision: {
    from: '2026-10',
    metrics: [{ label: '注册用户（人）', points: [{ month: '2026-10', value: 1200 }] }],
    late: [
      { party: 'PROJECT_COMPANY', partyLabel: '项目公司', count: 2, oldestDueAt: '2026-11-01T16:00:00.000Z' },
    ],
    lateOrganizations: [],
    incidents: [
      { month: '2026-10', level: 'LEVEL_4', count: 3 },
      { month: '2026-11', level: 'LEVEL_1', count: 1 },
    ],
  },
  figures: {
    refusals: [{ code: 'TOO_EARLY', articles: [39], count: 4 }],
    reviews: [{ noun: 'Filing', cases: 2, medianWorkingDays: 1.25, p95WorkingDays: 3 }],
  },
};

test('a month without an incident of a level counts none, and grades go from grave to slight', () => {
  const series = incidentSeries(ANSWER.supervision.incidents, ['2026-10', '2026-11']);
  expect(series.map(({ grade, values }) => [grade, ...values])).toEqual([
    [1, 0, 1],
    [2, 0, 0],
    [3, 0, 0],
    [4, 3, 0],
  ]);
});

test('tables have the latest month first, nothing where there is no value, and no figures for those who may not see them', () => {
  const names = { noun: (noun: string) => `名-${noun}` };
  const tables = figureTables(ANSWER, ['2026-10', '2026-11'], names);
  expect(tables.metrics!.rows).toEqual([
    ['2026-11', null],
    ['2026-10', 1200],
  ]);
  expect(tables.incidents!.rows).toEqual([
    ['2026-11', 1, 0, 0, 0, 1],
    ['2026-10', 0, 0, 0, 3, 3],
  ]);
  expect(tables.late!.rows).toEqual([['项目公司', 2, '2026年11月2日周一']]);
  expect(tables.reviews!.rows).toEqual([['名-Filing', 2, 1.3, 3]]);
  expect(tables.refusals!.rows).toEqual([['第三十九条', 4]]);
  const fewer = figureTables({ supervision: ANSWER.supervision }, ['2026-10'], names);
  expect([fewer.reviews!.rows, fewer.refusals!.rows]).toEqual([[], []]);
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
