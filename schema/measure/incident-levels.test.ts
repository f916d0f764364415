import { describe, expect, it } from 'vitest';
import { classify, type IncidentFacts, lengthText, nextCrossing } from './incident-levels.ts';

const MINUTES = { level1: 30, level2: 10, level3: 5 };
const quiet: IncidentFacts = {
  outageScope: 'NONE',
  outageMs: 0,
  damagedData: 'NONE',
  dataEffect: 'UNASSESSED',
  threat: 'NONE',
};
const seconds = (minutes: number, rest = 0) => (minutes * 60 + rest) * 1000;
const levelOf = (facts: Partial<IncidentFacts>) => classify({ ...quiet, ...facts }, MINUTES).level;

describe('an outage of the whole platform is graded by its length [duty 61.1]', () => {
  it.each([
    ['4 min 59 s', seconds(4, 59), 'LEVEL_4'],
    ['5 min', seconds(5), 'LEVEL_3'],
    ['10 min', seconds(10), 'LEVEL_3'],
    ['10 min 1 s', seconds(10, 1), 'LEVEL_2'],
    ['30 min', seconds(30), 'LEVEL_2'],
    ['30 min and a millisecond', seconds(30) + 1, 'LEVEL_1'],
    ['30 min 1 s', seconds(30, 1), 'LEVEL_1'],
    ['two days', seconds(2880), 'LEVEL_1'],
  ])('%s', (_, outageMs, level) => {
    expect(levelOf({ outageScope: 'WHOLE_PLATFORM', outageMs })).toBe(level);
  });
});

describe('an outage that takes down less does not grow with time [duty 61.1]', () => {
  it.each([
    ['PARTIAL_PLATFORM', seconds(4, 59), 'LEVEL_4'],
    ['PARTIAL_PLATFORM', seconds(5), 'LEVEL_3'],
    ['PARTIAL_PLATFORM', seconds(40), 'LEVEL_3'],
    ['SINGLE_APP', seconds(600), 'LEVEL_4'],
    ['UNSTABLE', seconds(600), 'LEVEL_4'],
    ['NONE', 0, 'LEVEL_4'],
  ] as const)('%s for %i ms', (outageScope, outageMs, level) => {
    expect(levelOf({ outageScope, outageMs })).toBe(level);
  });
});

describe('damaged data sets a level until it is assessed [duty 61.1]', () => {
  it.each([
    ['IDENTITY', 'UNASSESSED', 'LEVEL_1'],
    ['IDENTITY', 'FOUND', 'LEVEL_1'],
    ['IDENTITY', 'NOT_FOUND', 'LEVEL_2'],
    ['PERSONAL', 'UNASSESSED', 'LEVEL_2'],
    ['PERSONAL', 'NOT_FOUND', 'LEVEL_3'],
    ['IMPORTANT', 'UNASSESSED', 'LEVEL_3'],
    ['IMPORTANT', 'NOT_FOUND', 'LEVEL_4'],
    ['GENERAL', 'UNASSESSED', 'LEVEL_4'],
    ['GENERAL', 'NOT_FOUND', 'LEVEL_4'],
  ] as const)('%s, %s', (damagedData, dataEffect, level) => {
    expect(levelOf({ damagedData, dataEffect })).toBe(level);
  });
});

it.each([
  ['ESPECIALLY_SERIOUS', 'LEVEL_1'],
  ['SERIOUS', 'LEVEL_2'],
  ['FAIRLY_LARGE', 'LEVEL_3'],
  ['SOME', 'LEVEL_4'],
] as const)('a threat that is %s makes %s [duty 61.1]', (threat, level) => {
  expect(levelOf({ threat })).toBe(level);
});

it('the gravest criterion decides, and each that is met says by which figure [duty 61.1]', () => {
  const { level, fired } = classify(
    {
      outageScope: 'WHOLE_PLATFORM',
      outageMs: seconds(31, 5),
      damagedData: 'PERSONAL',
      dataEffect: 'UNASSESSED',
      threat: 'SOME',
    },
    MINUTES,
  );
  expect(level).toBe('LEVEL_1');
  expect(fired.map(({ rule, level: own, figure }) => [rule, own, figure])).toEqual([
    ['WHOLE_OVER_LEVEL_1', 'LEVEL_1', '底座或基础平台中断，智桂通整体不能使用，已 31 分 5 秒'],
    ['PERSONAL', 'LEVEL_2', '姓名、证件号、联系方式、住址等个人信息，尚未评估（按已构成对待）'],
    ['THREAT_SOME', 'LEVEL_4', '一定威胁'],
  ]);
});

describe('the next crossing of a running outage is known to the millisecond [duty 61.2]', () => {
  const startedAt = new Date('2026-11-23T10:00:00+08:00');
  const at = (ms: number) => new Date(startedAt.getTime() + ms);
  it.each([
    ['WHOLE_PLATFORM', 0, seconds(5)],
    ['WHOLE_PLATFORM', seconds(5), seconds(10) + 1],
    ['WHOLE_PLATFORM', seconds(10), seconds(10) + 1],
    ['WHOLE_PLATFORM', seconds(10) + 1, seconds(30) + 1],
    ['WHOLE_PLATFORM', seconds(30) + 1, null],
    ['PARTIAL_PLATFORM', 0, seconds(5)],
    ['PARTIAL_PLATFORM', seconds(5), null],
    ['SINGLE_APP', 0, null],
    ['UNSTABLE', 0, null],
    ['NONE', 0, null],
  ] as const)('%s after %i ms', (scope, passed, next) => {
    expect(nextCrossing(scope, startedAt, at(passed), MINUTES)).toEqual(next === null ? null : at(next));
  });

  it('and at that very instant the level is graver than just before', () => {
    const grade = (outageMs: number) => levelOf({ outageScope: 'WHOLE_PLATFORM', outageMs });
    for (const passed of [0, seconds(5), seconds(10) + 1]) {
      const next =
        nextCrossing('WHOLE_PLATFORM', startedAt, at(passed), MINUTES)!.getTime() - startedAt.getTime();
      expect([grade(next - 1), grade(next)]).toEqual([
        `LEVEL_${Number(grade(next).at(-1)) + 1}`,
        grade(next),
      ]);
    }
  });
});

it.each([
  [0, '0 秒'],
  [59_999, '59 秒'],
  [60_000, '1 分 0 秒'],
  [3_605_000, '1 小时 0 分 5 秒'],
])('%i ms are told as %s', (ms, text) => {
  expect(lengthText(ms)).toBe(text);
});
