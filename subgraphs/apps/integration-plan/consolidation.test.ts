import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { consolidationException } from '../consolidation-exception/actions.ts';
import { legacyMobileApp } from '../legacy-mobile-app/actions.ts';
import { nouns } from '../nouns.ts';
import { appSteps } from '../testing/apps.ts';
import { agreedException, exceptionWish } from '../testing/exceptions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { integrationPlan } from './actions.ts';

const MONDAY = '2026-11-23T09:00:00+08:00';

let world: World;
let department: Viewer;
let city: Viewer;
beforeAll(async () => {
  world = await openWorld();
  department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  city = await world.runtime.member('MUNICIPALITY', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt(MONDAY));

const tick = () =>
  fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])),
  );

const wish = exceptionWish;
const agreed = (by: Viewer, kind?: string, validUntil?: string) =>
  agreedException(world, by, kind, validUntil);

const legacy = (more: object = {}) => ({
  name: '桂水务通',
  disposition: 'EXISTING',
  terminals: ['APP'],
  audiences: ['CITIZEN'],
  ...more,
});
const registered = async (by: Viewer, more: object = {}): Promise<string> =>
  (await world.take(legacyMobileApp, 'register', by, { input: legacy(more) })).id;
const planned = async (by: Viewer, legacyAppId: string, plannedOn = '2026-12-10'): Promise<string> =>
  (
    await world.take(integrationPlan, 'plan', by, {
      input: { legacyAppId, category: 'MIGRATE', phase: 2, plannedOn },
    })
  ).id;
const unplanned = async (viewer: Viewer): Promise<string[]> =>
  (
    await world.ask(viewer, '{ unplannedLegacyApps(first: 100) { edges { node { id } } } }')
  ).unplannedLegacyApps.edges.map(({ node }: any) => node.id);
const statusOf = async (id: string): Promise<string> =>
  (await world.ask(world.management, 'query ($id: ID!) { legacyMobileApp(id: $id) { status } }', { id }))
    .legacyMobileApp.status;

it('article 17: an exception is not asked for without its special reason [duty 17.1]', async () => {
  const { id } = await world.take(consolidationException, 'draft', department, {
    input: wish({ specialReason: null }),
  });
  const { refusal } = await world.attempt(consolidationException, 'submit', department, { id });
  expect(refusal).toMatchObject({ code: 'REASON_REQUIRED', articles: [17] });
  await world.take(consolidationException, 'amend', department, { id, input: wish() });
  expect((await world.take(consolidationException, 'submit', department, { id })).state).toBe('SUBMITTED');
});

it('article 17: the management unit decides with a reason, and only after consultation [duty 17.1]', async () => {
  const { id } = await world.take(consolidationException, 'draft', department, { input: wish() });
  await world.take(consolidationException, 'submit', department, { id });
  const agree = (more: object = {}, by = world.management) =>
    world.attempt(consolidationException, 'agree', by, {
      id,
      input: { validUntil: '2028-12-31' },
      reason: '原因成立',
      ...more,
    });
  expect((await agree()).refusal?.code).toBe('ILLEGAL_TRANSITION');
  await world.take(consolidationException, 'startConsultation', world.management, { id });
  expect((await agree({}, department)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await agree({ reason: null })).refusal?.code).toBe('REASON_REQUIRED');
  expect((await agree({ input: { validUntil: '2026-11-22' } })).refusal?.details).toEqual([
    { path: 'validUntil', message: '有效期至：不能早于今天（2026-11-23）' },
  ]);
  expect((await agree({ input: { validUntil: '2026-11-23' } })).record).toMatchObject({
    state: 'AGREED',
    validUntil: '2026-11-23',
  });
});

it('article 17: a body asks in its own name, and others do not see it', async () => {
  const { id } = await world.take(consolidationException, 'draft', department, { input: wish() });
  expect(await world.refusal(consolidationException, 'submit', city, { id })).toBe('NOT_FOUND');
  const unit = await world.unit(['*']);
  expect(await world.refusal(consolidationException, 'draft', unit, { input: wish() })).toBe(
    'FORBIDDEN_ROLE',
  );
});

it.each([
  ['no exception', async () => null],
  [
    'one that is only asked for',
    async () => {
      const { id } = await world.take(consolidationException, 'draft', department, {
        input: wish({ kind: 'NEW' }),
      });
      await world.take(consolidationException, 'submit', department, { id });
      return id;
    },
  ],
  ['one of another body', () => agreed(city, 'NEW')],
  ['one to retain', () => agreed(department, 'RETAIN')],
])('article 17: a new build outside is refused with %s [duty 17.2]', async (_, exception) => {
  const { refusal } = await world.attempt(legacyMobileApp, 'register', department, {
    input: legacy({ disposition: 'NEW_BUILD', exceptionId: await exception() }),
  });
  expect(refusal).toMatchObject({ code: 'EXCEPTION_APPROVAL_REQUIRED', articles: [17] });
});

it('article 17: a new build outside is registered by its exception, on its last day but not after [duty 17.2]', async () => {
  const exceptionId = await agreed(department, 'NEW', '2026-11-30');
  const input = legacy({ disposition: 'NEW_BUILD', exceptionId });
  startClockAt('2026-11-30T23:59:50+08:00');
  const { id } = await world.take(legacyMobileApp, 'register', department, { input });
  expect(await statusOf(id)).toBe('RETAINED');
  startClockAt('2026-12-01T00:00:00+08:00');
  expect(await world.refusal(legacyMobileApp, 'register', department, { input })).toBe(
    'EXCEPTION_APPROVAL_REQUIRED',
  );
});

it('article 17: without plan or exception an app is listed as unplanned, to its body and the management unit [duty 17.3]', async () => {
  const id = await registered(department);
  expect(await unplanned(world.management)).toContain(id);
  expect(await unplanned(department)).toContain(id);
  expect(await unplanned(city)).not.toContain(id);
  const plan = await planned(department, id);
  expect(await unplanned(world.management)).not.toContain(id);
  await world.take(integrationPlan, 'abandon', department, { id: plan, reason: '预算推迟' });
  expect(await unplanned(world.management)).toContain(id);
  await planned(department, id);
  expect(await unplanned(world.management)).not.toContain(id);
});

it('article 17: an app has one plan at a time, of its own body, for a day to come', async () => {
  const id = await registered(department);
  const plan = (by: Viewer, plannedOn: string) =>
    world.attempt(integrationPlan, 'plan', by, {
      input: { legacyAppId: id, category: 'MIGRATE', phase: 1, plannedOn },
    });
  expect((await plan(city, '2026-12-10')).refusal?.details).toEqual([
    { path: 'legacyAppId', message: '存量应用：没有这个应用，或它不属于本单位' },
  ]);
  expect((await plan(department, '2026-11-22')).refusal?.details).toEqual([
    { path: 'plannedOn', message: '计划完成日期：不能早于今天（2026-11-23）' },
  ]);
  expect((await plan(department, '2026-11-23')).record?.state).toBe('PLANNED');
  expect((await plan(department, '2026-12-10')).refusal?.details).toEqual([
    { path: 'legacyAppId', message: '存量应用：已有计划、已商定保留或已纳入' },
  ]);
});

it('article 17: a plan past its day raises one reminder, and not before [duty 17.3]', async () => {
  const plan = await planned(department, await registered(department));
  const reminders = async () =>
    (
      await world.runtime.db
        .selectFrom('runtime.notification')
        .select('title')
        .where('recordId', '=', plan)
        .where('organizationId', '=', department.organizationId!)
        .execute()
    ).length;
  startClockAt('2026-12-10T23:59:50+08:00');
  await tick();
  expect(await reminders()).toBe(0);
  startClockAt('2026-12-11T00:00:00+08:00');
  await tick();
  await tick();
  expect(await reminders()).toBe(1);
});

it('article 17: what is integrated is a listed public app, or was closed [duty 17.3]', async () => {
  const steps = appSteps(world);
  const id = await registered(department);
  const plan = await planned(department, id);
  await world.take(integrationPlan, 'start', department, { id: plan });
  const integrate = (appId: string | null) =>
    world.attempt(integrationPlan, 'integrate', department, { id: plan, input: { appId } });
  const market = await steps.listedMarket(await world.unit(['*']));
  for (const appId of [null, market.id])
    expect((await integrate(appId)).refusal?.details).toEqual([
      { path: 'appId', message: '纳入后的应用：须是已上架的公共服务应用' },
    ]);
  const open = await steps.listedPublic(department);
  expect((await integrate(open.id)).record?.state).toBe('INTEGRATED');
  expect(await statusOf(id)).toBe('INTEGRATED');

  const closing = await registered(department);
  const closed = await world.take(integrationPlan, 'plan', department, {
    input: { legacyAppId: closing, category: 'CLOSE', phase: 1, plannedOn: '2026-12-10' },
  });
  await world.take(integrationPlan, 'start', department, { id: closed.id });
  await world.take(integrationPlan, 'integrate', department, { id: closed.id, input: { appId: null } });
  expect(await statusOf(closing)).toBe('INTEGRATED');
});

it('article 17: an exception that runs out puts the app back among the unplanned [duty 17.3]', async () => {
  const id = await registered(department);
  const plan = await planned(department, id);
  const input = { exceptionId: await agreed(city) };
  expect(await world.refusal(integrationPlan, 'retain', department, { id: plan, input })).toBe(
    'EXCEPTION_APPROVAL_REQUIRED',
  );
  const exceptionId = await agreed(department, 'RETAIN', '2026-12-31');
  await world.take(integrationPlan, 'retain', department, { id: plan, input: { exceptionId } });
  expect(await statusOf(id)).toBe('RETAINED');
  startClockAt('2026-12-31T23:59:50+08:00');
  await tick();
  expect(await unplanned(world.management)).not.toContain(id);
  startClockAt('2027-01-01T00:00:00+08:00');
  await tick();
  expect(await unplanned(world.management)).toContain(id);
  expect(await world.refusal(legacyMobileApp, 'retain', department, { id, input: { exceptionId } })).toBe(
    'EXCEPTION_APPROVAL_REQUIRED',
  );
});
