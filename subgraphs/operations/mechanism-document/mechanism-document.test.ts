import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { mechanismDocument } from './actions.ts';

let world: World;
let owner: Viewer;
beforeAll(async () => {
  world = await openWorld();
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const missing = async (viewer = world.management) =>
  (await world.ask(viewer, '{ mechanismsMissing }')).mechanismsMissing;

const draft = (kind: string, who: Viewer, versionText = '1.0') =>
  world.attempt(mechanismDocument, 'draft', who, { input: { kind, versionText, summary: '职责和流程' } });

const drafted = async (kind: string, who: Viewer, versionText?: string) => {
  const { record, refusal } = await draft(kind, who, versionText);
  if (refusal) throw new Error(JSON.stringify(refusal));
  return record;
};

const sign = (id: string, who: Viewer) =>
  world.attempt(mechanismDocument, 'sign', who, { id, documents: ['MECHANISM_DOCUMENT'] });

const guide = (id: string) =>
  world.take(mechanismDocument, 'guide', world.management, { id, input: { guidance: '请明确值守电话。' } });

it('[duty 61.3] the emergency mechanism is missing until the company has signed it and the management unit guided it', async () => {
  expect(await missing()).toContain('INCIDENT_RESPONSE');
  const { id } = await drafted('INCIDENT_RESPONSE', world.company);
  expect((await sign(id, world.company)).record?.state).toBe('SIGNED');
  expect(await missing()).toContain('INCIDENT_RESPONSE');
  expect((await guide(id)).state).toBe('IN_FORCE');
  expect(await missing()).not.toContain('INCIDENT_RESPONSE');
});

it('[duty 63.3] the mechanism of accountability needs both signatures, whoever drafted it', async () => {
  const { id } = await drafted('OPS_ACCOUNTABILITY', world.company);
  expect((await sign(id, world.company)).record?.state).toBe('SIGNING');
  expect((await sign(id, world.company)).refusal?.code).toBe('ILLEGAL_TRANSITION');
  expect(
    await world.refusal(mechanismDocument, 'guide', world.management, { id, input: { guidance: '好' } }),
  ).toBe('ILLEGAL_TRANSITION');
  expect((await sign(id, owner)).record).toMatchObject({
    state: 'SIGNED',
    signedBy: ['PROJECT_COMPANY', 'OWNER_UNIT'],
  });
  expect(await missing()).toContain('OPS_ACCOUNTABILITY');
  await guide(id);
  expect(await missing()).not.toContain('OPS_ACCOUNTABILITY');
});

it('a mechanism is made by those whose it is, and by nobody else', async () => {
  expect((await draft('OPS_SYSTEM', world.company)).refusal).toMatchObject({
    code: 'FORBIDDEN_ROLE',
    articles: [58],
  });
  const { id } = await drafted('OPS_SYSTEM', owner);
  expect((await sign(id, world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await sign(id, owner)).record?.state).toBe('SIGNED');
});

it('what is signed is not rewritten; a new version takes the place of the one in force', async () => {
  const first = await drafted('OPS_GUARANTEE', world.company, '1.0');
  const change = { id: first.id, input: { versionText: '1.1', summary: '新的职责' } };
  expect((await world.take(mechanismDocument, 'amend', world.company, change)).versionText).toBe('1.1');
  await sign(first.id, world.company);
  expect(await world.refusal(mechanismDocument, 'amend', world.company, change)).toBe('ILLEGAL_TRANSITION');
  await guide(first.id);
  const second = await drafted('OPS_GUARANTEE', world.company, '2.0');
  await sign(second.id, world.company);
  await guide(second.id);
  const { mechanismDocument: old } = await world.ask(
    world.management,
    'query ($id: ID!) { mechanismDocument(id: $id) { status } }',
    { id: first.id },
  );
  expect(old.status).toBe('SUPERSEDED');
});

it('which are missing is for those who have to do with it', async () => {
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  await expect(missing(unit)).rejects.toThrow('只有管理单位、业主单位和项目公司可以查看');
});
