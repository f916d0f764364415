import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { standingStatement } from '@zgt/runtime/organizations.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { forcedDelisting } from '../forced-delisting/actions.ts';
import { nouns } from '../nouns.ts';
import { appSteps, publicApp } from '../testing/apps.ts';
import { agreedException } from '../testing/exceptions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { serviceItem } from './actions.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const item = (more: object = {}) => ({
  name: '预约挂号',
  verticalSystem: 'HEALTH',
  regionCode: '450000',
  ...more,
});
const registered = async (by: Viewer, name = '预约挂号'): Promise<string> =>
  (await world.take(serviceItem, 'register', by, { input: item({ name }) })).id;
const connect = (by: Viewer, id: string, appId: string) =>
  world.attempt(serviceItem, 'connect', by, { id, input: { appId } });
const coverage = async (viewer: Viewer, organizationId?: string | null) =>
  (
    await world.ask(
      viewer,
      'query ($id: ID) { accessCoverage(organizationId: $id) { total connected exempt ratio } }',
      { id: organizationId },
    )
  ).accessCoverage;
const department = () => world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);

it('article 16: three of four items connected are 0.75, and an exemption needs an exception [duty 16.1]', async () => {
  const body = await department();
  expect(await coverage(body)).toEqual({ total: 0, connected: 0, exempt: 0, ratio: null });
  const ids: string[] = [];
  for (const name of ['挂号', '接种', '体检', '职业病诊断']) ids.push(await registered(body, name));
  const { id: appId } = await steps.listedPublic(body);
  for (const id of ids.slice(0, 3)) expect((await connect(body, id, appId)).record?.state).toBe('CONNECTED');
  expect(await coverage(body)).toEqual({ total: 4, connected: 3, exempt: 0, ratio: 0.75 });

  const exempt = (exceptionId: string) =>
    world.attempt(serviceItem, 'exempt', body, { id: ids[3]!, input: { exceptionId } });
  const ofAnother = await agreedException(world, await department());
  expect((await exempt(ofAnother)).refusal).toMatchObject({
    code: 'EXCEPTION_APPROVAL_REQUIRED',
    articles: [17],
  });
  const exceptionId = await agreedException(world, body, 'RETAIN', '2026-12-31');
  expect((await exempt(exceptionId)).record?.state).toBe('EXEMPT');
  expect(await coverage(body)).toEqual({ total: 4, connected: 3, exempt: 1, ratio: 1 });

  startClockAt('2027-01-01T00:00:00+08:00');
  await fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])),
  );
  expect(await coverage(body)).toEqual({ total: 4, connected: 3, exempt: 0, ratio: 0.75 });
});

it('article 16: only a listed public app connects an item, and only while it is listed [duty 16.1]', async () => {
  const body = await department();
  const id = await registered(body);
  const market = await steps.listedMarket(await world.unit(['*']));
  expect((await connect(body, id, market.id)).refusal).toMatchObject({
    code: 'VALIDATION',
    articles: [16],
    details: [{ path: 'appId', message: '应用：市场化应用不算接入，须是公共服务应用' }],
  });
  const draft = await steps.registered(body, publicApp());
  expect((await connect(body, id, draft.id)).refusal?.details).toEqual([
    { path: 'appId', message: '应用：须是已上架的公共服务应用' },
  ]);
  const open = await steps.listedPublic(body);
  await connect(body, id, open.id);
  expect((await coverage(body)).connected).toBe(1);

  const opened = await world.take(forcedDelisting, 'open', world.company, {
    input: { appId: open.id, ground: 'SECURITY_EVENT', findings: '泄露预约信息' },
  });
  await world.take(forcedDelisting, 'keepEvidence', world.company, {
    id: opened.id,
    documents: ['EVIDENCE'],
  });
  await world.take(forcedDelisting, 'execute', world.company, {
    id: opened.id,
    input: { noticeText: '因安全问题暂停服务' },
    reason: '避免继续泄露',
  });
  expect(await coverage(body)).toMatchObject({ total: 1, connected: 0 });
});

it('article 16: each body keeps its own items, counties like cities [duty 16.1]', async () => {
  const county = await world.runtime.member('COUNTY', ['HEAD']);
  const city = await world.runtime.member('MUNICIPALITY', ['HEAD']);
  const id = await registered(county, '农机补贴');
  expect(await registered(city, '农机补贴')).not.toBe(id);
  expect(await world.refusal(serviceItem, 'startConnecting', city, { id })).toBe('NOT_FOUND');
  expect(await world.refusal(serviceItem, 'startConnecting', world.management, { id })).toBe(
    'FORBIDDEN_ROLE',
  );
  expect((await world.take(serviceItem, 'startConnecting', county, { id })).state).toBe('CONNECTING');
  expect(await world.refusal(serviceItem, 'register', county, { input: item({ name: '农机补贴' }) })).toBe(
    'ALREADY_EXISTS',
  );
  const unit = await world.unit(['*']);
  expect(await world.refusal(serviceItem, 'register', unit, { input: item() })).toBe('FORBIDDEN_ROLE');
  expect(await coverage(county)).toEqual({ total: 1, connected: 0, exempt: 0, ratio: 0 });
  expect(await coverage(world.management, county.organizationId)).toEqual(await coverage(county));
  expect(await coverage(city, county.organizationId)).toBeNull();
});

it.each([
  ['4501', 'VALIDATION'],
  ['440100', 'OUT_OF_SCOPE'],
])('article 13: the region %s is refused', async (regionCode, code) => {
  const body = await department();
  expect(await world.refusal(serviceItem, 'register', body, { input: item({ regionCode }) })).toBe(code);
});

it('article 16: a department of the region sees its line everywhere and acts on none of it [duty 16.1]', async () => {
  const [leader, otherLine, ofCity, local] = [
    await department(),
    await department(),
    await department(),
    await department(),
  ];
  const lead = (viewer: Viewer, level: string, verticalSystem: string) =>
    standingStatement(
      world.runtime.db,
      viewer.organizationId!,
      'GOVERNMENT_BODY',
      { state: 'ACTIVE', scope: { level, verticalSystem }, validUntil: null },
      new Date(),
    ).execute();
  await lead(leader, 'REGION', 'HEALTH');
  await lead(otherLine, 'REGION', 'EDUCATION');
  await lead(ofCity, 'CITY', 'HEALTH');
  const id = await registered(local, '接种预约');
  const own = await registered(leader, '全区接种');
  const seen = async (viewer: Viewer) =>
    await world.ask(
      viewer,
      'query ($of: ID!) { serviceItems(first: 100, filter: { status: NOT_CONNECTED }) { edges { node { id } } } serviceItem(id: $of) { id } }',
      { of: id },
    );
  const { serviceItems, serviceItem: one } = await seen(leader);
  const ids = serviceItems.edges.map(({ node }: any) => node.id);
  expect(ids.filter((other: string) => other === own || other === id)).toEqual([own, id]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(one).toEqual({ id });
  for (const viewer of [otherLine, ofCity]) {
    const nothing = await seen(viewer);
    expect([nothing.serviceItems.edges, nothing.serviceItem]).toEqual([[], null]);
  }
  const { refusal } = await world.attempt(serviceItem, 'startConnecting', leader, { id });
  expect(refusal?.code).toBe('NOT_FOUND');
});
