import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assessmentScheme } from '../assessment-scheme/actions.ts';
import type { AssessmentKind } from '../choices-assessments.ts';
import { operationMetric } from '../operation-metric/actions.ts';
import { collectMetrics } from '../operation-metric/collect.ts';
import { openWorld, type World } from '../testing/world.ts';
import { assessment, totalOf } from './actions.ts';
import { openDueAssessments } from './open-due.ts';

let world: World;
let owner: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const draft = async (kind: AssessmentKind, passingScore = 60) =>
  (
    await world.take(assessmentScheme, 'draft', world.management, {
      input: { kind, name: `${kind} 方案`, passingScore },
    })
  ).id;
const set = (id: string, indicator: string, weight: number, more: object = {}, by = world.management) =>
  world.attempt(assessmentScheme, 'setIndicator', by, {
    id,
    input: { indicator, weight, target: '满分目标', ...more },
  });
const adopt = (id: string) => world.attempt(assessmentScheme, 'adopt', world.management, { id });
const adopted = async (kind: AssessmentKind, weights: Record<string, number>, passingScore = 60) => {
  const id = await draft(kind, passingScore);
  for (const [indicator, weight] of Object.entries(weights))
    await set(id, indicator, weight, indicator.startsWith('OTHER') ? { label: '客户评价' } : {});
  return (await world.take(assessmentScheme, 'adopt', world.management, { id })).number;
};
const ASSESSMENTS = `query ($kind: AssessmentKind) { assessments(filter: { kind: $kind }) { edges { node {
  id status year dueOn totalScore outcome schemeNumber deadlines { name dueAt endedAt }
  indicators { indicator isComputed value score } } } } }`;
const listed = async (kind: AssessmentKind, by: Viewer = world.management) =>
  (await world.ask(by, ASSESSMENTS, { kind })).assessments.edges.map(({ node }: any) => node);
const report = (name: string, value: number, month = '2026-12', by = world.company) =>
  world.attempt(operationMetric, 'report', by, { input: { name, value, month } });
const on = (action: string, id: string, by: Viewer, input: object = {}, reason?: string) =>
  world.attempt(assessment, action, by, { id, input: input as Record<string, unknown>, reason });

it('article 15: a scheme holds the four named indicators and weighs a hundred, or is not adopted [duty 15.2]', async () => {
  const id = await draft('CONSTRUCTION');
  await set(id, 'CONSTRUCTION_CONTENT', 30);
  await set(id, 'CONSTRUCTION_RESULT', 30);
  await set(id, 'PLATFORM_STABILITY', 40);
  expect((await adopt(id)).refusal).toMatchObject({
    code: 'SCHEME_INCOMPLETE',
    articles: [15],
    details: [{ message: '缺少必备指标：资金投入' }],
  });
  await set(id, 'FUND_INPUT', 20);
  expect((await adopt(id)).refusal?.details[0]?.message).toBe('权重合计为 120，应为 100');
  await set(id, 'CONSTRUCTION_CONTENT', 10);
  expect((await adopt(id)).record?.state).toBe('IN_FORCE');
  expect((await set(id, 'FUND_INPUT', 30)).refusal?.code).toBe('ILLEGAL_TRANSITION');
});

it('articles 15, 24 and 56: only the management unit makes schemes, of indicators of their kind [duty 24] [duty 56.1]', async () => {
  for (const by of [world.company, owner])
    expect(
      (
        await world.attempt(assessmentScheme, 'draft', by, {
          input: { kind: 'OPS', name: 'x', passingScore: 60 },
        })
      ).refusal?.code,
    ).toBe('FORBIDDEN_ROLE');
  const id = await draft('OPERATION');
  expect((await set(id, 'FUND_INPUT', 10)).refusal?.details[0]?.path).toBe('indicator');
  expect((await set(id, 'OPERATING_REVENUE', 10)).refusal?.details[0]?.path).toBe('indicator');
  expect((await set(id, 'OTHER_1', 10)).refusal?.details[0]?.path).toBe('label');
  expect((await set(id, 'OTHER_1', 10, { label: '服务口碑' })).refusal).toBeNull();
  await world.take(assessmentScheme, 'removeIndicator', world.management, {
    id,
    input: { indicator: 'OTHER_1' },
  });
  await set(id, 'APP_COUNT', 50);
  await set(id, 'REGISTERED_USERS', 50);
  expect((await adopt(id)).refusal).toMatchObject({ code: 'SCHEME_INCOMPLETE', articles: [24] });
});

it('article 42: a month is told once when it is over; a correction has a reason and keeps what stood before [duty 42.3] [duty 44.1]', async () => {
  expect((await report('ACTIVE_USERS', 1000, '2026-11')).refusal?.details[0]?.path).toBe('month');
  expect((await report('ACTIVE_USERS', 1000, '2026-10', world.management)).refusal?.code).toBe(
    'FORBIDDEN_ROLE',
  );
  expect((await report('RETENTION', 1001, '2026-10')).refusal?.details[0]?.path).toBe('value');
  expect((await report('RETENTION', 1000, '2026-10')).refusal).toBeNull();
  const { id } = (await report('ACTIVE_USERS', 1000, '2026-10')).record!;
  expect((await report('ACTIVE_USERS', 1100, '2026-10')).refusal?.code).toBe('DUPLICATE_PERIOD');
  const correct = (value: number, reason?: string) =>
    world.attempt(operationMetric, 'correct', world.company, { id, input: { value }, reason });
  expect((await correct(1200)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await correct(1000, '核对')).refusal?.code).toBe('VALIDATION');
  expect((await correct(1200, '漏计小程序')).record).toMatchObject({ state: 'CORRECTED', value: 1200 });
  const source = `query ($id: ID!) { operationMetric(id: $id) { value corrections { value reason byName }
    history { action } } }`;
  const { operationMetric: metric } = await world.ask(owner, source, { id });
  expect(metric).toMatchObject({ value: 1200, corrections: [{ value: 1000, reason: '漏计小程序' }] });
  expect(metric.history).toHaveLength(2);
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect((await world.ask(unit, source, { id })).operationMetric).toBeNull();
});

it('article 15: on 2 January there is exactly one assessment of each kind for the year before [duty 15.2]', async () => {
  expect(await openDueAssessments(world.runtime, now())).toBe(0);
  startClockAt('2027-01-02T09:00:00+08:00');
  expect(await openDueAssessments(world.runtime, now())).toBe(3);
  expect(await openDueAssessments(world.runtime, now())).toBe(0);
  const [construction, ...more] = await listed('CONSTRUCTION');
  expect(more).toEqual([]);
  expect(construction).toMatchObject({ status: 'COLLECTING', year: 2026, dueOn: '2027-03-31' });
  expect(construction.deadlines.map(({ dueAt }: any) => new Date(dueAt).toISOString())).toEqual([
    '2027-03-31T16:00:00.000Z',
    '2027-03-31T16:00:00.000Z',
  ]);
  const again = { input: { kind: 'CONSTRUCTION', year: 2026 } };
  expect((await world.attempt(assessment, 'open', world.management, again)).refusal).toMatchObject({
    code: 'DUPLICATE_PERIOD',
    articles: [15],
  });
  const early = { input: { kind: 'CONSTRUCTION', year: 2027 } };
  expect((await world.attempt(assessment, 'open', world.management, early)).refusal?.code).toBe('VALIDATION');
  const before = { input: { kind: 'CONSTRUCTION', year: 2025 } };
  expect((await world.attempt(assessment, 'open', world.company, before)).refusal?.code).toBe(
    'FORBIDDEN_ROLE',
  );
  expect((await world.attempt(assessment, 'open', world.management, before)).record?.state).toBe(
    'COLLECTING',
  );
});

it('article 24: an assessment waits for its scheme, the system fills what it counts, and the rest is scored [duty 24]', async () => {
  const [{ id, status }] = await listed('OPERATION');
  expect(status).toBe('SCHEDULED');
  const number = await adopted(
    'OPERATION',
    { APP_COUNT: 40, REGISTERED_USERS: 30, ACTIVE_USERS: 20, OTHER_1: 0 },
    60,
  ).catch((error) => error.message);
  expect(number).toContain('SCHEME_INCOMPLETE');
  const scheme = await adopted('OPERATION', { APP_COUNT: 40, REGISTERED_USERS: 40, ACTIVE_USERS: 20 }, 80);
  expect((await listed('OPERATION'))[0]).toMatchObject({ status: 'COLLECTING', schemeNumber: scheme });
  expect(
    (await on('enterValue', id, world.company, { indicator: 'APP_COUNT', value: '99' })).refusal,
  ).toMatchObject({
    code: 'COMPUTED_INDICATOR',
    articles: [24],
  });
  expect((await on('submit', id, world.company)).refusal?.details.map(({ message }) => message)).toEqual([
    '还没有 2026-12 的运营指标“在架应用数量（个）”',
    '还没有 2026-12 的运营指标“注册用户（人）”',
    '还没有 2026-12 的运营指标“月活跃用户（人）”',
  ]);
  await world.runtime.db
    .insertInto('runtime.item')
    .values({
      noun: 'App',
      recordId: world.company.organizationId!,
      organizationId: world.company.organizationId!,
      number: 'YY-2026-000001',
      title: '应用',
      state: 'LISTED',
      awaits: null,
      awaitsOrganizationId: null,
      since: now(),
      dueAt: null,
      updatedAt: now(),
    })
    .execute();
  expect(await collectMetrics(world.runtime, now())).toBe(true);
  expect(await collectMetrics(world.runtime, now())).toBe(false);
  await report('REGISTERED_USERS', 52_000);
  expect((await on('submit', id, world.company)).refusal?.details).toHaveLength(1);
  await report('ACTIVE_USERS', 9000);
  expect((await on('submit', id, world.management)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await on('submit', id, world.company)).record?.state).toBe('SUBMITTED');
  expect((await listed('OPERATION'))[0].indicators).toEqual([
    { indicator: 'APP_COUNT', isComputed: true, value: '1', score: null },
    { indicator: 'REGISTERED_USERS', isComputed: true, value: '52000', score: null },
    { indicator: 'ACTIVE_USERS', isComputed: true, value: '9000', score: null },
  ]);
  const score = (indicator: string, points: number, by = world.management) =>
    on('scoreIndicator', id, by, { indicator, score: points });
  for (const by of [world.company, owner])
    expect((await score('APP_COUNT', 90, by)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await score('FUND_INPUT', 90)).refusal?.code).toBe('VALIDATION');
  await score('APP_COUNT', 90);
  await score('REGISTERED_USERS', 70);
  expect(
    (await on('score', id, world.management, { comment: '总体尚可' })).refusal?.details[0]?.message,
  ).toBe('还没有给“活跃用户规模”评分');
  await score('ACTIVE_USERS', 79);
  expect((await on('score', id, world.management, { comment: '总体尚可' })).record).toMatchObject({
    totalScore: 80,
    outcome: 'PASSED',
  });
  expect((await on('reopen', id, world.management)).refusal?.code).toBe('REASON_REQUIRED');
  await on('reopen', id, world.management, {}, '活跃数更正');
  await score('ACTIVE_USERS', 70);
  expect((await on('score', id, world.management, { comment: '差一点' })).record).toMatchObject({
    totalScore: 78,
    outcome: 'BELOW_TARGET',
  });
  for (const by of [world.company, owner])
    expect((await on('confirm', id, by)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await on('confirm', id, world.management)).record?.state).toBe('CONFIRMED');
  for (const by of [world.company, owner])
    expect((await listed('OPERATION', by))[0]).toMatchObject({ status: 'CONFIRMED', totalScore: 78 });
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await listed('OPERATION', unit)).toEqual([]);
});

it('article 56: what is not counted is told by the company before it hands in, and may come back [duty 56.1]', async () => {
  await adopted('OPS', {
    RUN_STABILITY: 40,
    SECURITY_RISK_RESPONSE: 20,
    FAULT_HANDLING: 20,
    OTHER_1: 10,
    OTHER_2: 10,
  });
  const [{ id }] = await listed('OPS');
  const enter = (indicator: string) => on('enterValue', id, world.company, { indicator, value: '32 分钟' });
  await enter('OTHER_1');
  expect((await on('submit', id, world.company)).refusal).toMatchObject({
    articles: [56],
    details: [{ message: '还没有填报“客户评价”' }],
  });
  expect((await enter('APP_COUNT')).refusal?.details[0]?.path).toBe('indicator');
  await enter('OTHER_2');
  expect((await on('submit', id, world.company)).record?.state).toBe('SUBMITTED');
  expect((await on('return', id, world.management)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await on('return', id, world.management, {}, '补材料')).record?.state).toBe('COLLECTING');
  expect((await on('submit', id, world.company)).record?.state).toBe('SUBMITTED');
});

it('article 56: points count by weight', () => {
  const one = (weight: number, score: number | null) => ({
    indicator: 'OTHER_1' as const,
    label: '',
    target: '',
    value: null,
    remark: null,
    weight,
    score,
  });
  expect(totalOf([one(40, 90), one(40, 70), one(20, 79)])).toBe(80);
  expect(totalOf([one(50, 100), one(50, null)])).toBe(50);
});
