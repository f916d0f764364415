import { startClockAt } from '@zgt/runtime/clock.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { systemPlatform } from './actions.ts';

const REPORTS = ['SECURITY_TEST_REPORT', 'CODE_AUDIT_REPORT', 'APP_TEST_REPORT', 'PERFORMANCE_TEST_REPORT'];

let world: World;
let versions = 0;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

async function building(): Promise<string> {
  versions += 1;
  const input = { kind: 'OPEN_ECOSYSTEM_PLATFORM', name: '移动开放生态平台', versionText: `${versions}.0` };
  return (await world.take(systemPlatform, 'register', world.company, { input })).id;
}

async function live(): Promise<string> {
  const id = await building();
  await world.take(systemPlatform, 'submitGoLive', world.company, { id, documents: REPORTS });
  await world.take(systemPlatform, 'approveGoLive', world.management, { id });
  await world.take(systemPlatform, 'goLive', world.company, { id });
  return id;
}

const requestOffline = (id: string, plannedOfflineOn: string, specialReason: string | null = null) =>
  world.attempt(systemPlatform, 'requestOffline', world.company, {
    id,
    input: { plannedOfflineOn, offlineImpact: '由新版承接，数据已迁移', specialReason },
    reason: '新版上线',
  });

it('article 2: there are five kinds of platform, and the API knows no other [duty 2.0]', async () => {
  const { __type } = await world.ask(
    world.company,
    '{ __type(name: "SystemPlatformKind") { enumValues { name } } }',
  );
  expect(__type.enumValues.map(({ name }: any) => name).toSorted()).toEqual([
    'DATA_OPERATION_PLATFORM',
    'INFRASTRUCTURE_BASE',
    'MOBILE_TERMINAL',
    'OPEN_ECOSYSTEM_PLATFORM',
    'UNIFIED_SERVICE_PLATFORM',
  ]);
  const other = `mutation { registerSystemPlatform(input: { kind: CLOUD, name: "云", versionText: "1.0" }) { refusal { code } } }`;
  await expect(world.ask(world.company, other)).rejects.toThrow('"CLOUD"');
});

it('article 2: the base says what platforms it stands on, others need not [duty 2.1]', async () => {
  const base = { kind: 'INFRASTRUCTURE_BASE', name: '基础设施底座', versionText: '1.0' };
  const register = (input: object) =>
    world.attempt(systemPlatform, 'register', world.company, { input: { ...input } });
  expect((await register(base)).refusal).toMatchObject({
    code: 'VALIDATION',
    articles: [2],
    details: [{ path: 'integratedPlatforms' }],
  });
  const integratedPlatforms = ['数字政务一体化平台（自治区大数据发展局）'];
  const { record } = await register({ ...base, integratedPlatforms });
  const source = 'query ($id: ID!) { systemPlatform(id: $id) { integratedPlatforms } }';
  expect((await world.ask(world.company, source, { id: record!.id })).systemPlatform).toEqual({
    integratedPlatforms,
  });
  expect((await register({ ...base, kind: 'MOBILE_TERMINAL' })).record?.state).toBe('BUILDING');
});

it('article 18: a unit builds no platform of its own [duty 18.1]', async () => {
  const unit = await world.unit(['*']);
  const input = { kind: 'MOBILE_TERMINAL', name: '智桂通第二终端', versionText: '1.0' };
  expect(await world.refusal(systemPlatform, 'register', unit, { input })).toBe('PLATFORM_DUPLICATION');
});

it('article 23: goes live with four reports and the management unit’s approval, never without [duty 23.1]', async () => {
  const id = await building();
  for (const missing of REPORTS) {
    const documents = REPORTS.filter((kind) => kind !== missing);
    const { refusal } = await world.attempt(systemPlatform, 'submitGoLive', world.company, { id, documents });
    expect(refusal).toMatchObject({
      code: 'DOCUMENTS_MISSING',
      articles: [23],
      details: [{ path: `documents.${missing}`, message: `缺少材料：${missing}` }],
    });
  }
  expect(await world.refusal(systemPlatform, 'goLive', world.company, { id })).toBe('APPROVAL_REQUIRED');
  await world.take(systemPlatform, 'submitGoLive', world.company, { id, documents: REPORTS });
  expect(await world.refusal(systemPlatform, 'goLive', world.company, { id })).toBe('APPROVAL_REQUIRED');
  expect(await world.refusal(systemPlatform, 'approveGoLive', world.company, { id })).toBe('FORBIDDEN_ROLE');
  const rejected = { id, reason: '性能测试未覆盖高峰' };
  expect((await world.take(systemPlatform, 'rejectGoLive', world.management, rejected)).state).toBe(
    'BUILDING',
  );
  await world.take(systemPlatform, 'submitGoLive', world.company, { id });
  await world.take(systemPlatform, 'approveGoLive', world.management, { id });
  expect((await world.take(systemPlatform, 'goLive', world.company, { id })).state).toBe('LIVE');
});

it.each([
  ['plain weeks', '2026-11-23T09:00:00+08:00', '2026-12-04', '2026-12-07'],
  ['a holiday week and a make-up Saturday', '2026-09-24T09:00:00+08:00', '2026-10-14', '2026-10-15'],
])(
  'article 23: goes offline on the tenth working day at the earliest, with %s in between [duty 23.2]',
  async (_, from, ninth, tenth) => {
    startClockAt(from);
    const id = await live();
    expect((await requestOffline(id, ninth)).refusal).toMatchObject({
      code: 'LEAD_TIME_TOO_SHORT',
      articles: [23],
      details: [{ path: 'plannedOfflineOn', message: `计划下线日期：最早是 ${tenth}` }],
    });
    expect(await world.refusal(systemPlatform, 'takeOffline', world.company, { id })).toBe(
      'APPROVAL_REQUIRED',
    );
    expect((await requestOffline(id, tenth)).record?.state).toBe('OFFLINE_REQUESTED');
    expect(await world.refusal(systemPlatform, 'takeOffline', world.company, { id })).toBe(
      'APPROVAL_REQUIRED',
    );
    await world.take(systemPlatform, 'approveOffline', world.management, { id });
    startClockAt(`${ninth}T23:59:50+08:00`);
    expect(await world.refusal(systemPlatform, 'takeOffline', world.company, { id })).toBe('TOO_EARLY');
    startClockAt(`${tenth}T00:00:00+08:00`);
    expect((await world.take(systemPlatform, 'takeOffline', world.company, { id })).state).toBe('OFFLINE');
  },
);

it('article 23: goes offline sooner only where the parameter allows it and the approval says so [duty 23.2]', async () => {
  startClockAt('2026-11-23T09:00:00+08:00');
  const [id, regular] = [await live(), await live()];
  const short = '2026-12-04';
  expect((await requestOffline(id, short, '机房断电')).refusal).toMatchObject({
    code: 'LEAD_TIME_TOO_SHORT',
    details: [{ message: '计划下线日期：最早是 2026-12-07；现在的规则参数不允许缩短提前期' }],
  });
  await world.setParameter('offline.special_allowed', true);
  expect((await requestOffline(id, short)).refusal?.code).toBe('LEAD_TIME_TOO_SHORT');
  expect((await requestOffline(id, short, '机房断电')).record?.specialReason).toBe('机房断电');
  expect((await requestOffline(regular, '2026-12-07', '无须理由')).record?.specialReason).toBeNull();
  const approve = (platform: string, waivesLeadTime?: boolean) =>
    world.attempt(systemPlatform, 'approveOffline', world.management, {
      id: platform,
      input: { waivesLeadTime },
    });
  for (const [platform, wrong, right] of [
    [id, undefined, true],
    [regular, true, undefined],
  ] as const) {
    expect((await approve(platform, wrong)).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'waivesLeadTime' }],
    });
    expect((await approve(platform, right)).record?.state).toBe('OFFLINE_APPROVED');
  }
  startClockAt('2026-12-04T00:00:00+08:00');
  expect((await world.take(systemPlatform, 'takeOffline', world.company, { id })).state).toBe('OFFLINE');
  await world.setParameter('offline.special_allowed', false);
});

it('article 23: stays live when the management unit does not approve', async () => {
  startClockAt('2026-11-23T09:00:00+08:00');
  const id = await live();
  await requestOffline(id, '2026-12-07');
  const rejected = await world.take(systemPlatform, 'rejectOffline', world.management, {
    id,
    reason: '替代平台未就绪',
  });
  expect(rejected).toMatchObject({ state: 'LIVE', plannedOfflineOn: null });
});
