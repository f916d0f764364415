import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resourceDemandBatch } from '../resource-demand-batch/actions.ts';
import { appSteps, marketApp } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { resourceDemand } from './actions.ts';

let world: World;
let unit: Viewer;
let other: Viewer;
beforeAll(async () => {
  world = await openWorld();
  unit = await world.unit(['*']);
  other = await world.unit(['*']);
}, 60_000);
afterAll(() => world.runtime.close());

const need = (more: object = {}) => ({
  kind: 'DATA',
  purpose: '景区实时客流，用来提示排队时间',
  appId: null,
  expectedSupplier: '文化和旅游厅',
  ...more,
});
const submitted = async (by: Viewer, more: object = {}): Promise<string> =>
  (await world.take(resourceDemand, 'submit', by, { input: need(more) })).id;
const batched = async (...ids: string[]): Promise<string> => {
  const { id } = await world.take(resourceDemandBatch, 'draft', world.company, {
    input: { name: '四季度需求', summary: '景区类应用的数据需求' },
  });
  for (const demand of ids)
    await world.take(resourceDemand, 'consolidate', world.company, { id: demand, input: { batchId: id } });
  return id;
};
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(resourceDemand, action, by, { id, ...more });
const liaise = (id: string, by = world.company) =>
  act('startLiaison', by, id, { input: { supplier: '文化和旅游厅' } });
const batchOf = async (id: string) =>
  world.ask(
    world.management,
    `query ($id: ID!) { resourceDemandBatch(id: $id) { status }
      resourceDemands(filter: { batchId: $id }) { edges { node { status } } } }`,
    { id },
  );
const statuses = async (id: string) => {
  const { resourceDemandBatch: batch, resourceDemands } = await batchOf(id);
  return [batch.status, ...resourceDemands.edges.map(({ node }: any) => node.status).toSorted()];
};

it('article 36: demands are gathered, consented to one by one, procured and handed over [duty 36.2]', async () => {
  const first = await submitted(unit);
  const second = await submitted(other, { kind: 'POLICY', purpose: '入驻园区的扶持政策' });
  const batch = await batched(first, second);
  expect((await liaise(first)).refusal).toMatchObject({ code: 'APPROVAL_REQUIRED', articles: [36] });
  await world.take(resourceDemandBatch, 'submitForConsent', world.company, { id: batch });
  expect(await statuses(batch)).toEqual(['PENDING_CONSENT', 'PENDING_CONSENT', 'PENDING_CONSENT']);
  expect((await liaise(first)).refusal?.code).toBe('APPROVAL_REQUIRED');
  expect((await act('consent', world.company, first)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('consent', world.management, first)).record?.state).toBe('CONSENTED');
  expect((await statuses(batch))[0]).toBe('PENDING_CONSENT');
  expect((await act('refuse', world.management, second)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await act('refuse', world.management, second, { reason: '政策已公开' })).record?.state).toBe(
    'REFUSED',
  );
  expect(await statuses(batch)).toEqual(['DECIDED', 'CONSENTED', 'REFUSED']);

  expect((await liaise(second)).refusal?.code).toBe('ILLEGAL_TRANSITION');
  expect((await liaise(first)).record?.state).toBe('LIAISING');
  const handOver = (deliveryForm: string) =>
    act('handOver', world.company, first, { input: { deliveryForm } });
  expect((await handOver('INTERFACE')).refusal?.code).toBe('ILLEGAL_TRANSITION');
  await act('recordSupply', world.company, first, { input: { supplyReference: '桂文旅函〔2026〕1号' } });
  expect((await handOver('RAW')).refusal).toMatchObject({ code: 'RAW_DATA_TO_THIRD_PARTY', articles: [34] });
  expect((await handOver('OTHER')).refusal?.code).toBe('VALIDATION');
  expect((await handOver('INTERFACE')).record?.state).toBe('HANDED_OVER');
});

it('article 36: a unit does not approach a supplier itself, nor see the demands of others [duty 36.2]', async () => {
  const id = await submitted(unit);
  expect((await liaise(id, unit)).refusal).toMatchObject({ code: 'FORBIDDEN_ROLE', articles: [36] });
  expect((await liaise(id, other)).refusal?.code).toBe('NOT_FOUND');
  expect((await act('withdraw', other, id)).refusal?.code).toBe('NOT_FOUND');
  expect((await act('withdraw', unit, id)).record?.state).toBe('WITHDRAWN');
});

it('article 36: only an approved unit demands, for an app of its own [duty 36.2]', async () => {
  const steps = appSteps(world);
  const foreign = await steps.registered(other, marketApp());
  const submit = (by: Viewer, more: object = {}) =>
    world.attempt(resourceDemand, 'submit', by, { input: need(more) });
  expect((await submit(unit, { appId: foreign.id })).refusal?.details).toEqual([
    { path: 'appId', message: '用在哪个应用：没有这个应用，或它不属于本单位' },
  ]);
  expect((await submit(other, { appId: foreign.id })).record?.state).toBe('SUBMITTED');
  const suspended = await world.unit(['*']);
  await world.setUnitState(suspended, 'SUSPENDED');
  expect((await submit(suspended)).refusal?.code).toBe('UNIT_NOT_APPROVED');
  expect((await submit(world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
});

it('article 36: a batch is put forward with demands in it, and then holds them [duty 36.2]', async () => {
  const empty = await batched();
  const put = (id: string) => world.attempt(resourceDemandBatch, 'submitForConsent', world.company, { id });
  expect((await put(empty)).refusal?.details).toEqual([
    { path: '', message: '资源需求：至少归集一项之后才能报请同意' },
  ]);
  const id = await submitted(unit);
  const batch = await batched(id);
  await put(batch);
  const late = await submitted(unit);
  expect(
    (await act('consolidate', world.company, late, { input: { batchId: batch } })).refusal?.details,
  ).toEqual([{ path: 'batchId', message: '需求批次：没有这个批次，或它已经报请同意' }]);
  const next = await batched(late);
  await world.take(resourceDemandBatch, 'discard', world.company, { id: next });
  expect(await statuses(next)).toEqual(['DISCARDED']);
  const again = await batched(late);
  expect(await statuses(again)).toEqual(['DRAFT', 'CONSOLIDATED']);
});

it('article 36: what the supplier cannot give is reported with the reason [duty 36.2]', async () => {
  const id = await submitted(unit);
  await world.take(resourceDemandBatch, 'submitForConsent', world.company, { id: await batched(id) });
  await act('consent', world.management, id);
  await liaise(id);
  expect((await act('reportUnavailable', world.company, id)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await act('reportUnavailable', world.company, id, { reason: '没有这项数据' })).record?.state).toBe(
    'UNAVAILABLE',
  );
});
