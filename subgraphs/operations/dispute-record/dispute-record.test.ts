import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { disputeRecord } from './actions.ts';

let world: World;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  await world.runtime.member('OWNER_UNIT', ['HEAD']);
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const reported = () =>
  world.take(disputeRecord, 'report', unit, {
    input: {
      kind: 'LITIGATION',
      parties: ['ECOSYSTEM_UNIT', 'COUNTERPART'],
      activity: '三月三联合推广',
      description: '合作方起诉',
      reference: '（2026）桂01民初1号',
    },
  });
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(disputeRecord, action, by, { id, ...more });
const hold = (responsibleParty: string, accountabilityNumber: string | null = null) => ({
  input: { responsibleParty, accountabilityNumber },
  reason: '损害品牌',
});

it('article 54: for harm to the brand the owner unit answers, whoever took part [duty 54]', async () => {
  const { id } = await reported();
  expect((await act('holdResponsible', world.management, id, hold('OWNER_UNIT'))).refusal?.code).toBe(
    'VALIDATION',
  );
  const adverse = { input: { brandImpact: 'ADVERSE' }, reason: '媒体报道' };
  expect((await act('assessImpact', world.company, id, adverse)).refusal?.code).toBe('FORBIDDEN_ROLE');
  await world.take(disputeRecord, 'assessImpact', world.management, { id, ...adverse });
  await world.take(disputeRecord, 'settle', unit, { id, input: { outcome: '达成和解' } });
  expect((await act('close', world.management, id)).refusal?.code).toBe('VALIDATION');
  for (const other of ['PROJECT_COMPANY', 'ECOSYSTEM_UNIT'])
    expect((await act('holdResponsible', world.management, id, hold(other))).refusal).toMatchObject({
      code: 'RESPONSIBLE_PARTY_FIXED',
      articles: [54],
    });
  expect((await act('holdResponsible', world.company, id, hold('OWNER_UNIT'))).refusal?.code).toBe(
    'FORBIDDEN_ROLE',
  );
  const app = await knownRecord(world.runtime, 'App', unit.organizationId!);
  expect(
    (await act('holdResponsible', world.management, id, hold('OWNER_UNIT', app.number))).refusal?.code,
  ).toBe('VALIDATION');
  const opened = await knownRecord(world.runtime, 'AccountabilityCase', world.management.organizationId!);
  expect(
    (await act('holdResponsible', world.management, id, hold('OWNER_UNIT', opened.number))).record,
  ).toMatchObject({ responsibleParty: 'OWNER_UNIT', accountabilityNumber: opened.number });
  expect((await act('close', world.management, id)).record?.state).toBe('CLOSED');
});

it('article 54: without harm a dispute ends with its outcome; other units see nothing of it', async () => {
  const { id } = await reported();
  const other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect((await act('settle', other, id, { input: { outcome: '无' } })).refusal?.code).toBe('NOT_FOUND');
  await world.take(disputeRecord, 'assessImpact', world.management, {
    id,
    input: { brandImpact: 'NONE' },
    reason: '未涉及品牌',
  });
  await world.take(disputeRecord, 'recordJudgement', unit, { id, input: { outcome: '驳回起诉' } });
  expect((await act('close', world.management, id)).record?.state).toBe('CLOSED');
});
