import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { cryptoProfile } from './actions.ts';

let world: World;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const used = async (more: object = {}) => ({
  input: {
    appId: (await knownRecord(world.runtime, 'App', unit.organizationId!)).id,
    algorithms: ['SM3', 'sm4'],
    ...more,
  },
});
const attempt = async (by: Viewer, more: object = {}) =>
  world.attempt(cryptoProfile, 'keep', by, await used(more));

it('article 68: says which algorithms are not in the list, and who is told of them [duty 68.4]', async () => {
  expect((await attempt(unit)).record).toMatchObject({ refusedAlgorithms: [] });
  expect((await attempt(unit, { algorithms: ['SM3', 'MD5'] })).record).toMatchObject({
    refusedAlgorithms: ['MD5'],
  });
});

it('is of one app or platform, and of one’s own', async () => {
  const platformId = (await knownRecord(world.runtime, 'SystemPlatform', world.company.organizationId!)).id;
  expect((await attempt(unit, { appId: null })).refusal?.details?.[0]?.path).toBe('appId');
  expect((await attempt(unit, { platformId })).refusal?.details?.[0]?.path).toBe('appId');
  expect((await attempt(unit, { appId: null, platformId })).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await attempt(world.company, { appId: null, platformId })).record?.state).toBe('KEPT');
  expect((await attempt(unit, { algorithms: ['国密四号'] })).refusal?.details?.[0]?.path).toBe('algorithms');
});

it('article 68: thirty days before a certificate ends its holder is reminded [duty 68.4]', async () => {
  const { id } = (await attempt(unit, { certificateUntil: '2026-12-30' })).record!;
  const reminded = async () =>
    world.runtime.db
      .selectFrom('runtime.notification')
      .select('organizationId')
      .where('recordId', '=', id)
      .where('organizationId', '=', unit.organizationId!)
      .execute();
  startClockAt('2026-11-29T23:59:00+08:00');
  await fireDeadlines(world.runtime.db, new Map());
  expect(await reminded()).toHaveLength(0);
  startClockAt('2026-11-30T00:00:00+08:00');
  await fireDeadlines(world.runtime.db, new Map());
  expect(await reminded()).toHaveLength(1);
});

it('a profile that is not used any more can be kept anew', async () => {
  const given = await used();
  const { id } = await world.take(cryptoProfile, 'keep', unit, given);
  expect(await world.refusal(cryptoProfile, 'keep', unit, given)).toBe('ALREADY_EXISTS');
  expect(
    (await world.take(cryptoProfile, 'amend', unit, { id, input: { algorithms: ['SHA1'] } }))
      .refusedAlgorithms,
  ).toEqual(['SHA1']);
  await world.take(cryptoProfile, 'retire', unit, { id });
  expect((await world.take(cryptoProfile, 'keep', unit, given)).state).toBe('KEPT');
});
