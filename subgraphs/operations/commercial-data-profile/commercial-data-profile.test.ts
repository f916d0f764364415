import { startClockAt } from '@zgt/runtime/clock.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { commercialDataProfile } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const PROFILE = {
  input: { dataSets: ['会员消费记录，约 20 万条'], measures: '加密存放，双人授权', contact: '0771-5551234' },
};
const member = () => world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);

it('article 70: the company has a unit register its data by a day, and urges; others see nothing of it [duty 70]', async () => {
  const [unit, other] = [await member(), await member()];
  const { id: unitId } = await knownRecord(world.runtime, 'EcosystemUnit', unit.organizationId!);
  const request = (more: object = {}) =>
    world.attempt(commercialDataProfile, 'request', world.company, {
      input: { unitId, dueOn: '2026-11-30', ...more },
    });
  expect((await request({ dueOn: '2026-11-22' })).refusal?.details[0]?.path).toBe('dueOn');
  const { id: appId } = await knownRecord(world.runtime, 'App', unit.organizationId!);
  expect((await request({ unitId: appId })).refusal?.details[0]?.path).toBe('unitId');
  const { id, organizationId, state } = (await request({ dueOn: '2026-11-23' })).record!;
  expect([organizationId, state]).toEqual([unit.organizationId, 'REQUESTED']);
  expect((await request()).refusal?.code).toBe('ALREADY_EXISTS');
  expect(await world.refusal(commercialDataProfile, 'urge', world.company, { id })).toBe('REASON_REQUIRED');
  await world.take(commercialDataProfile, 'urge', world.company, { id, reason: '尚未登记' });
  const { notifications } = await world.ask(unit, '{ notifications { edges { node { recordId action } } } }');
  expect(notifications.edges.map(({ node }: any) => node)).toContainEqual({ recordId: id, action: 'urge' });
  expect(await world.refusal(commercialDataProfile, 'submit', other, { id, ...PROFILE })).toBe('NOT_FOUND');
  expect(await world.refusal(commercialDataProfile, 'submit', world.company, { id, ...PROFILE })).toBe(
    'FORBIDDEN_ROLE',
  );
  expect((await world.take(commercialDataProfile, 'submit', unit, { id, ...PROFILE })).state).toBe('CURRENT');
  const { dutyCalendar } = await world.ask(
    unit,
    '{ dutyCalendar(from: "2026-11-23", to: "2026-11-24") { endedAt } }',
  );
  expect(dutyCalendar).toHaveLength(1);
  expect(dutyCalendar[0].endedAt).not.toBeNull();
});

it('article 70: or registers of its own accord, and keeps it up to date', async () => {
  const unit = await member();
  const { id, unitName } = await world.take(commercialDataProfile, 'register', unit, PROFILE);
  expect(unitName).toBe(unit.organizationName);
  const again = await world.attempt(commercialDataProfile, 'register', unit, PROFILE);
  expect(again.refusal?.code).toBe('ALREADY_EXISTS');
  const amended = { id, input: { ...PROFILE.input, measures: '加密存放，异地备份' } };
  expect((await world.take(commercialDataProfile, 'amend', unit, amended)).measures).toBe(
    '加密存放，异地备份',
  );
});
