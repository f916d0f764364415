import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { app } from '../app/actions.ts';
import { companyInfraResource } from '../company-infra-resource/actions.ts';
import { infrastructureBinding } from '../infrastructure-binding/actions.ts';
import { infrastructureItem } from '../infrastructure-item/actions.ts';
import { appSteps, marketApp, publicApp } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { infrastructureRequest } from './actions.ts';

let world: World;
let department: Viewer;
let provider: Viewer;
let publicAppId: string;
let marketAppId: string;
beforeAll(async () => {
  world = await openWorld();
  const steps = appSteps(world);
  department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  provider = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['OPERATOR']);
  publicAppId = (await steps.registered(department, publicApp())).id;
  marketAppId = (await steps.registered(await world.unit(['*']), marketApp())).id;
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const need = (appId: string | null, more: object = {}) => ({
  publicServiceNeed: '接种预约高峰扩容',
  appId,
  platformId: null,
  ...more,
});
const wanted = (requestId: string, more: object = {}) => ({
  requestId,
  kind: 'CLOUD',
  specification: '8 核 16G 云主机',
  quantity: 4,
  neededFrom: '2026-12-01',
  ...more,
});
const drafted = async (): Promise<string> =>
  (await world.take(infrastructureRequest, 'draft', world.company, { input: need(publicAppId) })).id;
const added = async (requestId: string, more: object = {}): Promise<string> =>
  (await world.take(infrastructureItem, 'add', world.company, { input: wanted(requestId, more) })).id;
const allocate = (id: string, allocatedNow: number, by = provider) =>
  world.attempt(infrastructureItem, 'allocate', by, {
    id,
    input: { allocatedNow, reference: `机-${allocatedNow}` },
  });

/** A request for four machines and one firewall that the provider has accepted. */
async function accepted() {
  const id = await drafted();
  const machines = await added(id);
  const firewall = await added(id, { kind: 'SECURITY', specification: 'WAF', quantity: 1 });
  await world.take(infrastructureRequest, 'submit', world.company, { id });
  await world.take(infrastructureRequest, 'accept', provider, { id });
  return { id, machines, firewall };
}

const seen = async (id: string) =>
  await world.ask(
    provider,
    `query ($id: ID!) { infrastructureRequest(id: $id) { status }
        infrastructureItems(filter: { requestId: $id }) { edges { node {
          specification status allocatedQuantity deadlines { name endedAt overdue } } } } }`,
    { id },
  );
const itemOf = async (id: string, specification: string) =>
  (await seen(id)).infrastructureItems.edges
    .map(({ node }: any) => node)
    .find((node: any) => node.specification === specification);

it('article 14: supply follows need: what is short stays open, what is complete ends [duty 14.1]', async () => {
  const { id, machines, firewall } = await accepted();
  await allocate(machines, 3);
  expect(await itemOf(id, '8 核 16G 云主机')).toEqual({
    specification: '8 核 16G 云主机',
    status: 'PARTIAL',
    allocatedQuantity: 3,
    deadlines: [{ name: 'allocation', endedAt: null, overdue: false }],
  });
  await allocate(firewall, 1);
  expect((await seen(id)).infrastructureRequest.status).toBe('ACCEPTED');
  expect((await allocate(machines, 2)).refusal?.details).toEqual([
    { path: 'allocatedNow', message: '本次数量：还差 1，不能多于此数' },
  ]);
  startClockAt('2026-12-01T23:59:50+08:00');
  expect((await itemOf(id, '8 核 16G 云主机')).deadlines[0].overdue).toBe(false);
  startClockAt('2026-12-02T00:00:00+08:00');
  expect((await itemOf(id, '8 核 16G 云主机')).deadlines[0].overdue).toBe(true);
  await allocate(machines, 1);
  expect(await itemOf(id, '8 核 16G 云主机')).toMatchObject({
    status: 'ALLOCATED',
    allocatedQuantity: 4,
    deadlines: [{ name: 'allocation', overdue: true }],
  });
  expect((await seen(id)).infrastructureRequest.status).toBe('ALLOCATED');
});

it('article 14: the provider may ask for completion or take a dispute upwards, never refuse [duty 14.1]', async () => {
  const { __type } = await world.ask(provider, '{ __type(name: "Mutation") { fields { name } } }');
  const names = __type.fields.map(({ name }: any) => name);
  expect(names).toContain('returnInfrastructureRequest');
  expect(names.filter((name: string) => /^(reject|refuse|decline).*Infrastructure/.test(name))).toEqual([]);

  const id = await drafted();
  expect(
    (await world.attempt(infrastructureRequest, 'submit', world.company, { id })).refusal?.details,
  ).toEqual([{ path: '', message: '资源项：至少添加一项之后才能提交' }]);
  const item = await added(id);
  await world.take(infrastructureRequest, 'submit', world.company, { id });
  expect((await allocate(item, 1)).refusal).toMatchObject({
    code: 'ILLEGAL_TRANSITION',
    message: '资源申请还没有受理，不能分配。',
  });
  expect(await world.refusal(infrastructureRequest, 'return', provider, { id })).toBe('REASON_REQUIRED');
  await world.take(infrastructureRequest, 'return', provider, { id, reason: '缺少网络区域' });
  await world.take(infrastructureItem, 'amend', world.company, {
    id: item,
    input: { ...wanted(id), quantity: 2 },
  });
  await world.take(infrastructureRequest, 'submit', world.company, { id });
  expect(await world.refusal(infrastructureItem, 'add', world.company, { input: wanted(id) })).toBe(
    'ILLEGAL_TRANSITION',
  );
  const escalated = await world.take(infrastructureRequest, 'escalate', provider, {
    id,
    reason: '机房容量不足，须统筹',
  });
  expect(escalated.state).toBe('SUBMITTED');
  await world.take(infrastructureRequest, 'accept', provider, { id });
  expect((await allocate(item, 2)).record).not.toBeNull();
  const released = await world.take(infrastructureRequest, 'release', world.company, {
    id,
    reason: '高峰已过',
  });
  expect(released.state).toBe('RELEASED');
  expect((await itemOf(id, '8 核 16G 云主机')).status).toBe('RELEASED');
});

it('article 14: nobody but the project company asks for infrastructure [duty 14.1]', async () => {
  for (const other of [world.management, provider, department, await world.unit(['*'])])
    expect(await world.refusal(infrastructureRequest, 'draft', other, { input: need(publicAppId) })).toBe(
      'FORBIDDEN_ROLE',
    );
});

it('article 14: only the need of a public service qualifies, when it is asked and when it is submitted [duty 14.2]', async () => {
  const draft = (input: object) =>
    world.attempt(infrastructureRequest, 'draft', world.company, { input: { ...input } });
  expect((await draft(need(marketAppId))).refusal).toMatchObject({
    code: 'INFRA_FOR_PUBLIC_ONLY',
    articles: [14, 36],
  });
  expect((await draft(need(null))).refusal?.code).toBe('VALIDATION');
  const changing = (await world.take(app, 'register', await world.unit(['*']), {
    input: publicApp(),
  })) as any;
  const id = (await draft(need(changing.id))).record!.id;
  await added(id);
  const owner = {
    ...world.company,
    organizationId: changing.organizationId,
    party: 'ECOSYSTEM_UNIT' as const,
  };
  await world.take(app, 'amend', owner, { id: changing.id, input: marketApp() });
  expect(await world.refusal(infrastructureRequest, 'submit', world.company, { id })).toBe(
    'INFRA_FOR_PUBLIC_ONLY',
  );
  await world.take(app, 'amend', owner, { id: changing.id, input: publicApp() });
  expect((await world.take(infrastructureRequest, 'submit', world.company, { id })).state).toBe('SUBMITTED');
});

it('article 36: a market app runs on the company’s own resources, never on those of public services [duty 36.1]', async () => {
  const { machines } = await accepted();
  const bind = (input: object) =>
    world.attempt(infrastructureBinding, 'bind', world.company, {
      input: { itemId: null, resourceId: null, ...input },
    });
  expect((await bind({ appId: publicAppId, itemId: machines })).refusal?.details).toEqual([
    { path: 'itemId', message: '已分配的资源项：还没有分配，或已释放' },
  ]);
  await allocate(machines, 4);
  expect((await bind({ appId: marketAppId, itemId: machines })).refusal).toMatchObject({
    code: 'INFRA_FOR_PUBLIC_ONLY',
    articles: [14, 36],
  });
  expect((await bind({ appId: publicAppId, itemId: machines })).record?.state).toBe('BOUND');
  expect((await bind({ appId: publicAppId, itemId: machines })).refusal?.code).toBe('ALREADY_EXISTS');
  const own = await world.take(companyInfraResource, 'register', world.company, {
    input: {
      kind: 'CLOUD',
      name: '市场化服务云区',
      specification: '64 核',
      quantity: 2,
      location: '南宁机房',
    },
  });
  expect((await bind({ appId: marketAppId, resourceId: own.id })).record?.state).toBe('BOUND');
  await world.take(companyInfraResource, 'retire', world.company, { id: own.id, reason: '到期' });
  expect((await bind({ appId: marketAppId, resourceId: own.id })).refusal?.code).toBe('VALIDATION');
});

it('article 36: an app that turns to the market loses what is kept for public services, and nothing else [duty 14.2]', async () => {
  const steps = appSteps(world);
  const maker = await world.unit(['*']);
  const { id: appId } = await steps.registered(maker, publicApp());
  const { machines } = await accepted();
  await allocate(machines, 4);
  const own = await world.take(companyInfraResource, 'register', world.company, {
    input: { kind: 'CLOUD', name: '云区', specification: '64 核', quantity: 2, location: '南宁机房' },
  });
  for (const source of [
    { itemId: machines, resourceId: null },
    { itemId: null, resourceId: own.id },
  ])
    await world.take(infrastructureBinding, 'bind', world.company, { input: { appId, ...source } });
  const states = async () =>
    (
      await world.ask(
        world.company,
        'query ($id: ID!) { infrastructureBindings(filter: { appId: $id }) { edges { node { status item { id } } } } }',
        { id: appId },
      )
    ).infrastructureBindings.edges.map(({ node }: any) => [node.status, node.item?.id ?? null]);
  await world.take(app, 'amend', maker, { id: appId, input: publicApp({ name: '接种预约通' }) });
  expect(await states()).toEqual(
    expect.arrayContaining([
      ['BOUND', machines],
      ['BOUND', null],
    ]),
  );
  await world.take(app, 'amend', maker, { id: appId, input: marketApp() });
  expect(await states()).toEqual(
    expect.arrayContaining([
      ['ENDED', machines],
      ['BOUND', null],
    ]),
  );
});

it('items are listed by their request, and by nothing that is no identifier', async () => {
  const first = await accepted();
  await accepted();
  const listed = (requestId: string) =>
    world.ask(
      provider,
      'query ($id: ID!) { infrastructureItems(filter: { requestId: $id }) { edges { node { id } } } }',
      { id: requestId },
    );
  const { infrastructureItems } = await listed(first.id);
  expect(infrastructureItems.edges.map(({ node }: any) => node.id).toSorted()).toEqual(
    [first.machines, first.firewall].toSorted(),
  );
  await expect(listed("x' or true")).rejects.toThrow('filter.requestId 应为记录的 id。');
});
