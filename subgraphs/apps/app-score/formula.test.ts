import { APP_SCORE_INDICATORS } from '@zgt/schema/measure/app-score.ts';
import { expect, it } from 'vitest';
import { type AppScoreFacts, scoreOf } from './formula.ts';

const PERFECT: AppScoreFacts = {
  shouldFindings: 0,
  reviewedVersions: 4,
  returnedVersions: 0,
  domains: true,
  industry: true,
  terminals: true,
  opsProfile: true,
  drilled: true,
  releaseNotes: true,
  calls: 1000,
  failedCalls: 0,
  dueDuties: 2,
  keptDuties: 2,
  forcedDelistings: 0,
};

it('article 40: the weights make a hundred', () => {
  const weights = Object.values(APP_SCORE_INDICATORS).map(({ weight }) => weight);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

it.each<[string, Partial<AppScoreFacts>, number]>([
  ['an app without fault', {}, 100],
  ['half of the points for findings', { shouldFindings: 5 }, 90],
  ['none of the points for ten findings, or for forty', { shouldFindings: 40 }, 80],
  ['a quarter of the versions returned', { returnedVersions: 1 }, 96],
  ['two of six items missing', { drilled: false, releaseNotes: false }, 90],
  ['one call in ten failed', { failedCalls: 100 }, 98],
  ['one of two duties late', { keptDuties: 1 }, 93],
  ['twenty off for a forced delisting', { forcedDelistings: 1 }, 80],
  ['never below nothing', { forcedDelistings: 9 }, 0],
])('article 40: %s [duty 40]', (_, more, score) => {
  expect(scoreOf({ ...PERFECT, ...more }).score).toBe(score);
});

it('article 40: what cannot be judged weighs nothing, and says so [duty 40]', () => {
  const { score, indicators } = scoreOf({
    ...PERFECT,
    shouldFindings: null,
    reviewedVersions: 0,
    calls: 0,
    failedCalls: 0,
    dueDuties: 0,
    keptDuties: 0,
    drilled: false,
  });
  expect(score).toBe(83);
  expect(
    indicators.map(({ indicator, share, explanation }) => [
      indicator,
      share && share.toFixed(3),
      explanation,
    ]),
  ).toEqual([
    ['STANDARDS', null, '在架版本没有注明规范检查，不计入'],
    ['FIRST_REVIEW', null, '近十二个月没有版本办结审核，不计入'],
    ['COMPLETENESS', '0.833', '缺少：近十二个月的应急演练'],
    ['CALLS', null, '当月没有调用，不计入'],
    ['DEADLINES', null, '当月没有到期的事项，不计入'],
  ]);
});
