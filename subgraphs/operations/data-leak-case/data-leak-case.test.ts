import { startClockAt } from '@zgt/runtime/clock.ts';
import { standingStatement } from '@zgt/runtime/organizations.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { dataLeakCase } from './actions.ts';

let world: World;
let unit: Viewer;
let unitId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  unitId = (await knownRecord(world.runtime, 'EcosystemUnit', unit.organizationId!)).id;
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const leak = (more: object = {}) => ({
  input: { unitId, foundOn: '2026-11-22', data: '会员手机号', scale: '约两千条', ...more },
});
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(dataLeakCase, action, by, { id, ...more });
const FINDING = { input: { finding: '日志可证', damagedData: 'PERSONAL' } };
const DEMAND = { input: { demands: '加密存放', rectifyBy: '2026-12-01' } };
const agreement = (clauses: string[], state = 'IN_FORCE') =>
  standingStatement(
    world.runtime.db,
    unit.organizationId!,
    'AUTHORIZATION_AGREEMENT',
    { state, scope: { clauses }, validUntil: '2028-10-31' },
    new Date('2026-11-23T01:00:00Z'),
  ).execute();

async function confirmed(): Promise<string> {
  const { id } = await world.take(dataLeakCase, 'report', world.company, leak());
  await world.take(dataLeakCase, 'confirm', world.company, { id, ...FINDING });
  return id;
}

it('article 70: cooperation is ended only where the agreement in force says so [duty 70]', async () => {
  const id = await confirmed();
  const end = () => act('terminate', world.company, id, { reason: '泄露严重' });
  await agreement(['ACCEPTS_MEASURE']);
  expect((await end()).refusal).toMatchObject({ code: 'BASIS_REQUIRED', articles: [70] });
  await agreement(['DATA_LEAK_TERMINATION'], 'SUSPENDED');
  expect((await end()).refusal?.code).toBe('BASIS_REQUIRED');
  await agreement(['ACCEPTS_MEASURE', 'DATA_LEAK_TERMINATION']);
  const operator = await world.runtime.member('PROJECT_COMPANY', ['OPERATOR'], world.company.organizationId!);
  expect((await act('terminate', operator, id, { reason: '泄露严重' })).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('terminate', world.company, id)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await end()).record?.state).toBe('TERMINATED');
});

it('article 70: or it goes on, and the unit mends; without a decision nothing happens to the unit [duty 70]', async () => {
  const id = await confirmed();
  startClockAt('2026-11-24T09:00:00+08:00');
  const late = { input: { demands: '加密存放', rectifyBy: '2026-11-23' } };
  expect((await act('keep', world.company, id, late)).refusal?.code).toBe('VALIDATION');
  await world.take(dataLeakCase, 'keep', world.company, { id, ...DEMAND });
  await world.take(dataLeakCase, 'mend', unit, { id, input: { remedy: '已加密' } });
  expect((await act('reject', world.company, id, { reason: '仍为明文' })).record?.state).toBe('CONFIRMED');
  await world.take(dataLeakCase, 'keep', world.company, { id, ...DEMAND });
  await world.take(dataLeakCase, 'mend', unit, { id, input: { remedy: '已加密' } });
  expect((await act('accept', world.company, id)).record?.state).toBe('CLOSED');
});

it('articles 61 and 70: a confirmed leak is an incident of security, graded by what leaked [duty 70]', async () => {
  const graded = async (more: object) => {
    const { id } = await world.take(dataLeakCase, 'report', world.company, leak());
    const confirmed = await world.take(dataLeakCase, 'confirm', world.company, {
      id,
      input: { ...FINDING.input, ...more },
    });
    const { dataLeakCase: read } = await world.ask(
      unit,
      'query ($id: ID!) { dataLeakCase(id: $id) { incidentNumber } }',
      { id },
    );
    const { incident } = await world.ask(
      world.management,
      'query ($id: ID!) { incident(id: $id) { number title category status computedLevel organization { id } deadlines { name } } }',
      { id: confirmed.incidentId },
    );
    expect(read.incidentNumber).toBe(incident.number);
    return incident;
  };
  const identity = await graded({ damagedData: 'IDENTITY' });
  expect(identity).toMatchObject({
    category: 'SECURITY',
    status: 'DETECTED',
    computedLevel: 'LEVEL_1',
    organization: { id: world.company.organizationId },
  });
  expect(identity.deadlines.map(({ name }: any) => name).toSorted()).toEqual(['accept', 'report']);
  expect((await graded({ damagedData: 'PERSONAL' })).computedLevel).toBe('LEVEL_2');
  const general = await graded({ damagedData: 'GENERAL', dataEffect: 'NOT_FOUND' });
  expect(general.computedLevel).toBe('LEVEL_4');
  const { id } = await world.take(dataLeakCase, 'report', world.company, leak());
  expect(
    (await act('confirm', world.company, id, { input: { ...FINDING.input, damagedData: 'NONE' } })).refusal,
  ).toMatchObject({ code: 'VALIDATION', details: [{ path: 'damagedData' }] });
});

it('a unit reports its own leak and nobody else’s; others know nothing of it', async () => {
  const other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await world.refusal(dataLeakCase, 'report', other, leak())).toBe('VALIDATION');
  expect(await world.refusal(dataLeakCase, 'report', unit, leak({ foundOn: '2026-11-24' }))).toBe(
    'VALIDATION',
  );
  const { id, organizationId } = await world.take(dataLeakCase, 'report', unit, leak());
  expect(organizationId).toBe(unit.organizationId);
  expect((await act('confirm', other, id, FINDING)).refusal?.code).toBe('NOT_FOUND');
  expect((await act('confirm', unit, id, FINDING)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('dismiss', world.company, id, { reason: '误报' })).record?.state).toBe('DISMISSED');
});
