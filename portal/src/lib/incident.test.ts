import { expect, test } from 'vitest';
import { clocksOf, distance, type IncidentCourse } from './incident.ts';

const NOW = new Date('2026-11-23T10:12:30+08:00');
const quiet: IncidentCourse = {
  level: 'LEVEL_4',
  levelLabel: '四级（一般）',
  computedLevel: 'LEVEL_4',
  fired: [],
  outageScope: 'NONE',
  outageStartedAt: null,
  outageEndedAt: null,
  outageSeconds: 0,
  nextCrossingAt: null,
  progressDueAt: null,
  progressOverdue: false,
  progressMissed: 0,
  progressCount: 0,
  jointWorkGroup: null,
  entries: [],
  progressReports: [],
  externalNotices: [],
  alertFigures: null,
};

test('an incident without outage and reports has no clock', () => {
  expect(clocksOf(quiet, NOW)).toEqual([]);
});

test('a running outage shows its length, what it will become and when a report is due', () => {
  const clocks = clocksOf(
    {
      ...quiet,
      outageScope: 'WHOLE_PLATFORM',
      outageStartedAt: '2026-11-23T10:00:00+08:00',
      outageSeconds: 750,
      nextCrossingAt: '2026-11-23T10:30:00+08:00',
      progressDueAt: '2026-11-23T11:10:00+08:00',
      jointWorkGroup: {
        formedAt: '2026-11-23T10:10:00+08:00',
        members: [],
        commanderFrom: '项目公司',
        commanderName: null,
      },
    },
    NOW,
  );
  expect(clocks.map(({ label, text, tone }) => [label, text, tone])).toEqual([
    ['中断，还在持续', '12 分 30 秒', 'bad'],
    ['持续到此刻升级', '还有 17 分 30 秒', 'warn'],
    ['下次进展报告', '还有 57 分 30 秒（2026年11月23日 11:10:00 之前）', 'wait'],
    ['指挥长', '待任命，须为项目公司的负责人', 'warn'],
  ]);
});

test('a missed report comes before the next one', () => {
  const [clock] = clocksOf(
    { ...quiet, progressDueAt: '2026-11-23T11:00:00+08:00', progressOverdue: true },
    NOW,
  );
  expect(clock).toMatchObject({ text: '已逾期，缺报 1 次', tone: 'bad' });
});

test.each([
  ['2026-11-23T10:12:35+08:00', '5 秒'],
  ['2026-11-23T10:12:00+08:00', '30 秒'],
  ['2026-11-23T12:13:00+08:00', '2 小时 0 分'],
])('%s is %s away', (instant, text) => {
  expect(distance(instant, NOW)).toBe(text);
});
