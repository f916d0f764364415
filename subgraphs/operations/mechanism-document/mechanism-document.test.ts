import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { teamRecord } from '../team-record/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { mechanismDocument } from './actions.ts';

let world: World;
let owner: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const file = (kind: string, by: Viewer, versionText = '第 1 版') =>
  world.attempt(mechanismDocument, 'file', by, {
    input: { kind, name: '机制文件', versionText, summary: '要点' },
    documents: ['MECHANISM_DOCUMENT'],
  });
const act = (action: string, by: Viewer, id: string, input: object = {}) =>
  world.attempt(mechanismDocument, action, by, { id, input: input as Record<string, unknown> });
const GUIDANCE = { guidance: '补充与网信部门的协同' };
const missing = async (viewer = world.management) =>
  (await world.ask(viewer, '{ mechanismsMissing { kind makers } }')).mechanismsMissing.map(
    ({ kind }: any) => kind as string,
  );

it('article 41: accountability for market services is missing until both signed and guidance was given [duty 41.2]', async () => {
  expect(await missing()).toContain('MARKET_ACCOUNTABILITY');
  const { id } = (await file('MARKET_ACCOUNTABILITY', world.company)).record!;
  expect((await act('sign', world.company, id)).refusal?.code).toBe('VALIDATION');
  expect((await act('sign', owner, id)).record?.state).toBe('DRAFT');
  expect(await missing()).toContain('MARKET_ACCOUNTABILITY');
  expect((await act('guide', world.company, id, GUIDANCE)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('guide', world.management, id, GUIDANCE)).record?.state).toBe('IN_FORCE');
  expect(await missing()).not.toContain('MARKET_ACCOUNTABILITY');
});

it('article 63: accountability for operations too, in whatever order they come [duty 63.3]', async () => {
  const { id } = (await file('OPS_ACCOUNTABILITY', owner)).record!;
  expect((await act('guide', world.management, id, GUIDANCE)).record?.state).toBe('DRAFT');
  expect(await missing()).toContain('OPS_ACCOUNTABILITY');
  expect((await act('sign', world.company, id)).record?.state).toBe('IN_FORCE');
  expect(await missing()).not.toContain('OPS_ACCOUNTABILITY');
});

it('article 58: the owner unit makes the system of operations, under guidance; nobody makes it for it [duty 58.1]', async () => {
  for (const by of [world.company, world.management])
    expect((await file('OPS_SYSTEM', by)).refusal).toMatchObject({ code: 'FORBIDDEN_ROLE', articles: [58] });
  const { id } = (await file('OPS_SYSTEM', owner)).record!;
  expect((await act('guide', world.management, id, GUIDANCE)).record?.state).toBe('IN_FORCE');
});

it('article 58: the company’s own are in force at once, a new one takes the place of the old', async () => {
  expect(await missing()).toContain('EMERGENCY_RESPONSE');
  expect((await file('EMERGENCY_RESPONSE', owner)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const first = (await file('EMERGENCY_RESPONSE', world.company)).record!;
  expect(first.state).toBe('IN_FORCE');
  expect(await missing()).not.toContain('EMERGENCY_RESPONSE');
  expect((await file('EMERGENCY_RESPONSE', world.company, '第 2 版')).record?.state).toBe('IN_FORCE');
  const { mechanismDocuments } = await world.ask(
    owner,
    '{ mechanismDocuments(filter: { kind: EMERGENCY_RESPONSE }) { edges { node { versionText status } } } }',
  );
  expect(mechanismDocuments.edges.map(({ node }: any) => [node.versionText, node.status])).toEqual([
    ['第 2 版', 'IN_FORCE'],
    ['第 1 版', 'SUPERSEDED'],
  ]);
  expect((await act('guide', world.management, first.id, GUIDANCE)).refusal?.code).toBe('ILLEGAL_TRANSITION');
});

it('article 27: the mechanism of supervision is filed by the company under guidance [duty 27.3]', async () => {
  const without = await world.attempt(mechanismDocument, 'file', world.company, {
    input: { kind: 'OPERATION_SUPERVISION', name: '监管', versionText: '1', summary: '要点' },
  });
  expect(without.refusal?.code).toBe('DOCUMENTS_MISSING');
  const { id } = (await file('OPERATION_SUPERVISION', world.company)).record!;
  expect(await missing()).toContain('OPERATION_SUPERVISION');
  await act('guide', world.management, id, GUIDANCE);
  expect(await missing()).not.toContain('OPERATION_SUPERVISION');
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  await expect(missing(unit)).rejects.toThrow('可以查看');
});

it('article 43: how products are operated is missing until the company files it, with the team for it [duty 43.1]', async () => {
  for (const viewer of [world.management, owner, world.company])
    expect(await missing(viewer)).toContain('PRODUCT_OPERATION');
  for (const by of [owner, world.management])
    expect((await file('PRODUCT_OPERATION', by)).refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [43],
    });
  expect((await file('PRODUCT_OPERATION', world.company)).record?.state).toBe('IN_FORCE');
  expect(await missing()).not.toContain('PRODUCT_OPERATION');
  const team = await world.take(teamRecord, 'register', world.company, {
    input: {
      kind: 'PRODUCT',
      name: '产品运营组',
      lead: '李四',
      memberCount: 6,
      dutyPhone: '0771-5550001',
      hours: '工作日 9:00-18:00',
    },
  });
  expect(team).toMatchObject({ kind: 'PRODUCT', lead: '李四', memberCount: 6 });
});
