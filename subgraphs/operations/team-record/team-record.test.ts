import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { teamRecord } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const register = (kind: string, name: string, by = world.company) =>
  world.attempt(teamRecord, 'register', by, {
    input: { kind, name, lead: '黄组长', memberCount: 12, dutyPhone: '0771-5550101', hours: '全天' },
  });
const roster = async (on: string, by = world.management) =>
  (await world.ask(by, 'query ($on: Date!) { dutyRoster(on: $on) { kindLabel people dutyPhone } }', { on }))
    .dutyRoster;

it('article 58: the roster says who is on duty today and how to call them [duty 58.2]', async () => {
  const { id } = (await register('OPS', '平台运维组')).record!;
  expect(await roster('2026-11-23')).toEqual([]);
  const set = (input: object) =>
    world.attempt(teamRecord, 'setRoster', world.company, { id, input: input as Record<string, unknown> });
  expect((await set({})).refusal?.details[0]?.message).toBe('值守表：至少填写一天');
  await set({ monday: '张三、李四', sunday: '王五' });
  const onDuty = (people: string) => [{ kindLabel: '运维团队', people, dutyPhone: '0771-5550101' }];
  // 23 November 2026 is a Monday, the 29th a Sunday.
  expect(await roster('2026-11-23')).toEqual(onDuty('张三、李四'));
  expect(await roster('2026-11-24')).toEqual([]);
  expect(await roster('2026-11-29')).toEqual(onDuty('王五'));
  await world.take(teamRecord, 'dissolve', world.company, { id, reason: '并入值班中心' });
  expect(await roster('2026-11-23')).toEqual([]);
});

it('article 44: the company keeps a team of its own for customer service; others make none [duty 44.2]', async () => {
  expect((await register('CUSTOMER_SERVICE', '客服组')).record?.state).toBe('ACTIVE');
  expect((await register('CUSTOMER_SERVICE', '客服组', world.management)).refusal?.code).toBe(
    'FORBIDDEN_ROLE',
  );
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  await expect(roster('2026-11-23', unit)).rejects.toThrow('可以查看');
  await expect(roster('2026-02-30')).rejects.toThrow('on');
});
