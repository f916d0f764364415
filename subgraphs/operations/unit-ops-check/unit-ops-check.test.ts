import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rectification } from '../rectification/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { unitOpsCheck } from './actions.ts';

let world: World;
let unit: Viewer;
let unitId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  unitId = (await knownRecord(world.runtime, 'EcosystemUnit', unit.organizationId!)).id;
}, 60_000);
afterAll(() => world.runtime.close());

const record = (more: object = {}, by = world.company) =>
  world.attempt(unitOpsCheck, 'record', by, {
    input: {
      unitId,
      checkedOn: '2026-11-23',
      infrastructure: 'SOUND',
      operation: 'SOUND',
      emergency: 'DEFECTIVE',
      note: '没有应急预案',
      demands: '补齐应急预案并演练',
      rectifyBy: '2026-12-23',
      ...more,
    },
  });

it('article 58: a missing emergency plan is ordered to be mended; the unit does, the company accepts [duty 58.3]', async () => {
  expect((await record({ rectifyBy: null })).refusal?.details[0]?.path).toBe('rectifyBy');
  expect((await record({ demands: null })).refusal?.details[0]?.path).toBe('demands');
  expect((await record({ checkedOn: '2026-11-24' })).refusal?.code).toBe('VALIDATION');
  expect((await record({ unitId: world.company.organizationId })).refusal?.details[0]?.path).toBe('unitId');
  expect((await record({}, unit)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const check = (await record()).record!;
  expect(check).toMatchObject({ state: 'DEFECTIVE', organizationId: unit.organizationId });
  const { rectifications } = await world.ask(
    unit,
    `query ($id: ID!) { rectifications(filter: { sourceId: $id }) { edges { node { id status dueOn } } } }`,
    { id: check.id },
  );
  const [{ node }] = rectifications.edges;
  expect(node).toMatchObject({ status: 'ISSUED', dueOn: '2026-12-23' });
  await world.take(rectification, 'submitResult', unit, { id: node.id, input: { result: '预案已备案' } });
  expect((await world.take(rectification, 'accept', world.company, { id: node.id })).state).toBe('CLOSED');
});

it('article 58: a sound check orders nothing, and each unit sees its own alone [duty 58.3]', async () => {
  const sound = (await record({ emergency: 'SOUND', demands: null, rectifyBy: null })).record!;
  expect(sound.state).toBe('SOUND');
  const { rectifications } = await world.ask(
    world.company,
    `query ($id: ID!) { rectifications(filter: { sourceId: $id }) { edges { node { id } } } }`,
    { id: sound.id },
  );
  expect(rectifications.edges).toEqual([]);
  const other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const ids = async (viewer: Viewer) =>
    (await world.ask(viewer, '{ unitOpsChecks { edges { node { id } } } }')).unitOpsChecks.edges.length;
  expect([await ids(unit), await ids(other)]).toEqual([2, 0]);
});
