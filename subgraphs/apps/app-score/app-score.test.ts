import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { app } from '../app/actions.ts';
import { appVersion } from '../app-version/actions.ts';
import { appSteps, listing, marketApp, marketConfiguration } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { appScore } from './actions.ts';
import { lastMonth, scoreApps } from './compute.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
let unit: Viewer;
let other: Viewer;
let good: Row;
let returned: Row;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  [unit, other] = [await world.unit(['*']), await world.unit(['*'])];
  good = await steps.listedMarket(unit);
  const { id } = await steps.registered(other, marketApp({ name: '螺蛳粉地图' }));
  const version = await steps.inReview(other, id, marketConfiguration());
  await world.take(appVersion, 'return', world.company, {
    id: version.id,
    input: { failedItems: ['说明不全'] },
    reason: '说明不全',
  });
  await world.take(appVersion, 'submitTest', other, {
    id: version.id,
    input: { buildDigest: listing().buildDigest },
  });
  await world.take(appVersion, 'verifyConnection', world.company, { id: version.id });
  await steps.passed(version.id);
  await world.take(appVersion, 'submitListing', other, { id: version.id, input: listing() });
  await steps.answered(version.id);
  await world.take(appVersion, 'approve', world.company, { id: version.id });
  returned = { id } as Row;
  await steps.listedPublic(await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']));
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-12-01T00:00:00+08:00'));

const SCORE = `query ($id: ID!) { appScores(filter: { appId: $id }) { edges { node {
  id status period score computedScore formulaVersion indicators { indicator share explanation } } } } }`;
const scoresOf = async (viewer: Viewer, id: string) =>
  (await world.ask(viewer, SCORE, { id })).appScores.edges.map(({ node }: any) => node);
const recommended = async (viewer: Viewer = ANONYMOUS) =>
  (await world.ask(viewer, '{ recommendedApps { id score scorePeriod recommendRank } }')).recommendedApps.map(
    ({ id }: any) => id,
  );

it('article 40: the month that is over is the last one of Nanning', () => {
  expect(lastMonth(new Date('2026-11-30T15:59:59Z')).name).toBe('2026-10');
  expect(lastMonth(new Date('2026-11-30T16:00:00Z'))).toEqual({
    name: '2026-11',
    start: new Date('2026-10-31T16:00:00Z'),
    end: new Date('2026-11-30T16:00:00Z'),
    yearBefore: new Date('2025-11-30T16:00:00Z'),
  });
});

it('article 40: market apps are scored once for a month, with what the score rests on, and public ones never [duty 40]', async () => {
  startClockAt('2026-11-30T23:59:50+08:00');
  expect(await scoreApps(world.runtime, now())).toBe(0);
  startClockAt('2026-12-01T00:00:00+08:00');
  const both = await Promise.all([scoreApps(world.runtime, now()), scoreApps(world.runtime, now())]);
  expect(both[0] + both[1]).toBe(2);
  expect(await scoreApps(world.runtime, now())).toBe(0);
  const [score, ...more] = await scoresOf(unit, good.id);
  expect(more).toEqual([]);
  expect(score).toMatchObject({ status: 'COMPUTED', period: '2026-11', score: 92, computedScore: 92 });
  expect(score.indicators.map(({ indicator, share }: any) => [indicator, share && share.toFixed(2)])).toEqual(
    [
      ['STANDARDS', '1.00'],
      ['FIRST_REVIEW', '1.00'],
      ['COMPLETENESS', '0.83'],
      ['CALLS', null],
      ['DEADLINES', null],
    ],
  );
  expect(score.indicators[1].explanation).toBe('1 个版本办结审核，其中 0 个曾被退回');
  expect((await scoresOf(other, returned.id))[0]).toMatchObject({ score: 69 });
});

it('article 40: a unit reads how its own score came about, nobody else’s, and everyone the final score [duty 40]', async () => {
  expect(await scoresOf(other, good.id)).toEqual([]);
  for (const viewer of [world.company, world.management])
    expect(await scoresOf(viewer, good.id)).toHaveLength(1);
  const source = 'query ($id: ID!) { app(id: $id) { score scorePeriod } }';
  expect((await world.ask(ANONYMOUS, source, { id: good.id })).app).toEqual({
    score: 92,
    scorePeriod: '2026-11',
  });
});

it('article 40: a correction has a reason, is told and keeps what was computed [duty 40]', async () => {
  const [{ id }] = await scoresOf(world.company, returned.id);
  const correct = (score: number, reason?: string, by = world.company) =>
    world.attempt(appScore, 'correct', by, { id, input: { score }, reason });
  expect((await correct(95)).refusal).toMatchObject({ code: 'REASON_REQUIRED', articles: [40] });
  expect((await correct(69, '核对')).refusal).toMatchObject({
    code: 'VALIDATION',
    details: [{ path: 'score' }],
  });
  expect((await correct(95, '退回系误操作', other)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await correct(95, '退回系误操作')).record).toMatchObject({
    state: 'CORRECTED',
    score: 95,
    computedScore: 69,
  });
  expect(await recommended()).toEqual([returned.id, good.id]);
  expect((await correct(69, '维持原分')).record).toMatchObject({ score: 69 });
  expect(await recommended()).toEqual([good.id, returned.id]);
});

it('article 40: recommends by score, and by hand only with a reason [duty 40]', async () => {
  expect(await recommended()).toEqual([good.id, returned.id]);
  const rank = (recommendRank: number | null, reason?: string, id = returned.id) =>
    world.attempt(app, 'rank', world.company, { id, input: { recommendRank }, reason });
  expect((await rank(1)).refusal).toMatchObject({ code: 'REASON_REQUIRED', articles: [40] });
  expect((await rank(1, '三月三主题推荐')).record).toMatchObject({ recommendRank: 1 });
  expect(await recommended()).toEqual([returned.id, good.id]);
  await rank(null, '活动结束');
  expect(await recommended()).toEqual([good.id, returned.id]);
  const { id } = await steps.registered(unit, marketApp({ name: '未评分' }));
  await steps.listed(unit, id, marketConfiguration());
  expect((await rank(1, '新应用', id)).refusal?.code).toBe('VALIDATION');
});

it('article 40: does not recommend below sixty points, nor an app that has left the catalogue [duty 40]', async () => {
  const [{ id }] = await scoresOf(world.company, returned.id);
  const correct = (score: number) =>
    world.take(appScore, 'correct', world.company, { id, input: { score }, reason: '核对' });
  await correct(59);
  expect(await recommended()).toEqual([good.id]);
  await correct(60);
  expect(await recommended()).toEqual([good.id, returned.id]);
  await world.setUnitState(unit, 'SUSPENDED');
  await world.tell('suspendEcosystemUnit', unit);
  expect(await recommended()).toEqual([returned.id]);
});
