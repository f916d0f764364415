import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { mlpsRecord } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const assessed = async (more: object = {}) => ({
  input: {
    platformId: (await knownRecord(world.runtime, 'SystemPlatform', world.company.organizationId!)).id,
    level: 3,
    filingNumber: '45010000001-26001',
    agency: '某测评机构',
    assessedOn: '2026-11-20',
    nextOn: '2027-11-19',
    ...more,
  },
  documents: ['SECURITY_TEST_REPORT'],
});
const refused = async (more: object) =>
  (await world.attempt(mlpsRecord, 'keep', world.company, await assessed(more))).refusal;

it('articles 23 and 64: a level below what is asked for, and dates that do not fit, are refused [duty 64.2]', async () => {
  expect(await refused({ level: 2 })).toMatchObject({ code: 'LEVEL_TOO_LOW', details: [{ path: 'level' }] });
  expect(await refused({ assessedOn: '2026-11-24' })).toMatchObject({ details: [{ path: 'assessedOn' }] });
  expect(await refused({ nextOn: '2026-11-20' })).toMatchObject({ details: [{ path: 'nextOn' }] });
  expect(await refused({ isCii: true })).toMatchObject({ details: [{ path: 'ciiContact' }] });
  const app = await knownRecord(world.runtime, 'App', world.company.organizationId!);
  expect(await refused({ platformId: app.id })).toMatchObject({ details: [{ path: 'platformId' }] });
  expect(await world.take(mlpsRecord, 'keep', world.company, await assessed())).toMatchObject({
    state: 'KEPT',
    isCii: false,
  });
});

it('article 64: sixty days before the next assessment the company is reminded; a new one moves the day [duty 64.2]', async () => {
  const given = await assessed();
  const { id } = await world.take(mlpsRecord, 'keep', world.company, given);
  const reminded = async () =>
    world.runtime.db
      .selectFrom('runtime.notification')
      .select('id')
      .where('recordId', '=', id)
      .where('organizationId', '=', world.company.organizationId!)
      .execute();
  startClockAt('2027-09-19T23:59:00+08:00');
  await fireDeadlines(world.runtime.db, new Map());
  expect(await reminded()).toHaveLength(0);
  startClockAt('2027-09-20T00:00:00+08:00');
  await fireDeadlines(world.runtime.db, new Map());
  expect(await reminded()).toHaveLength(1);
  const { platformId: _, ...again } = given.input;
  const moved = { ...again, assessedOn: '2027-09-20', nextOn: '2028-09-19' };
  expect(
    (
      await world.take(mlpsRecord, 'reassess', world.company, {
        id,
        input: moved,
        documents: ['SECURITY_TEST_REPORT'],
      })
    ).nextOn,
  ).toBe('2028-09-19');
});
