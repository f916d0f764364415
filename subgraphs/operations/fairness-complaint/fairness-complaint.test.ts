import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { fairnessComplaint } from './actions.ts';

let world: World;
let unit: Viewer;
let other: Viewer;
let mine: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  mine = (await knownRecord(world.runtime, 'CapabilityRequest', unit.organizationId!, 'REJECTED')).number;
}, 60_000);
afterAll(() => world.runtime.close());

const file = (decisionNumber: string, by = unit) =>
  world.attempt(fairnessComplaint, 'file', by, {
    input: { decisionNumber, statement: '同类申请当天批准，本单位等了一个月' },
  });
const act = (action: string, by: Viewer, id: string, input: object = {}) =>
  world.attempt(fairnessComplaint, action, by, { id, input: input as Record<string, unknown> });
const seenBy = async (by: Viewer) =>
  (await world.ask(by, '{ fairnessComplaints { edges { node { id } } } }')).fairnessComplaints.edges.map(
    ({ node }: any) => node.id,
  );
const CONCLUSION = { finding: 'UPHELD', conclusion: '请在三个工作日内重新审核。' };

it('article 46: a unit brings what was decided about itself before the management unit, and nobody else’s [duty 46.2]', async () => {
  expect((await file('NL-2026-999999')).refusal?.details[0]?.path).toBe('decisionNumber');
  expect((await file(mine, other)).refusal?.details[0]?.path).toBe('decisionNumber');
  expect((await file(mine, world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const { id } = (await file(mine)).record!;
  expect(await seenBy(unit)).toContain(id);
  expect(await seenBy(world.management)).toContain(id);
  for (const by of [world.company, other]) expect(await seenBy(by)).not.toContain(id);
  expect((await act('withdraw', unit, id)).record?.state).toBe('WITHDRAWN');
});

it('article 46: both are heard before the management unit concludes; the company concludes nothing [duty 46.2]', async () => {
  const { id } = (await file(mine)).record!;
  expect((await act('explain', world.company, id, { explanation: '缺材料' })).refusal?.code).toBe(
    'NOT_FOUND',
  );
  expect((await act('requestExplanation', unit, id)).refusal?.code).toBe('FORBIDDEN_ROLE');
  await act('requestExplanation', world.management, id);
  expect(await seenBy(world.company)).toContain(id);
  expect((await act('explain', unit, id, { explanation: '缺材料' })).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('explain', world.company, id, { explanation: '缺材料' })).record?.state).toBe(
    'EXPLAINED',
  );
  expect((await act('conclude', world.company, id, CONCLUSION)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('conclude', world.management, id, { finding: 'UPHELD' })).refusal?.code).toBe(
    'VALIDATION',
  );
  expect((await act('conclude', world.management, id, CONCLUSION)).record).toMatchObject({
    state: 'CONCLUDED',
    finding: 'UPHELD',
  });
});
