import { startClockAt } from '@zgt/runtime/clock.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { backupRecord } from '../backup-record/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { restoreDrill } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const drilled = (more: object = {}) => ({
  input: { drilledOn: '2026-11-20', scope: '全平台', result: 'SUCCEEDED', recoveryMinutes: 45, ...more },
});
const overdue = async (id: string) =>
  (
    await world.ask(
      world.company,
      'query ($id: ID!) { restoreDrill(id: $id) { deadlines { overdue endedAt } } }',
      { id },
    )
  ).restoreDrill.deadlines.filter(({ endedAt }: any) => endedAt === null);

it('article 69: twelve months after a drill the next is overdue; a newer one is counted from [duty 69.4]', async () => {
  const { id } = await world.take(restoreDrill, 'keep', world.company, drilled());
  startClockAt('2027-11-20T23:59:00+08:00');
  expect(await overdue(id)).toEqual([{ overdue: false, endedAt: null }]);
  startClockAt('2027-11-21T00:00:00+08:00');
  expect(await overdue(id)).toEqual([{ overdue: true, endedAt: null }]);
  const next = await world.take(restoreDrill, 'keep', world.company, drilled({ drilledOn: '2027-11-21' }));
  expect(await overdue(id)).toEqual([]);
  expect(await overdue(next.id)).toEqual([{ overdue: false, endedAt: null }]);
});

it('article 69: a drill that failed says what gets better, and none is kept before it was', async () => {
  const refused = async (more: object) =>
    (await world.attempt(restoreDrill, 'keep', world.company, drilled(more))).refusal?.details?.[0]?.path;
  expect(await refused({ result: 'FAILED' })).toBe('improvement');
  expect(await refused({ drilledOn: '2026-11-24' })).toBe('drilledOn');
  const failed = drilled({ result: 'FAILED', improvement: '补足密钥副本' });
  expect((await world.take(restoreDrill, 'keep', world.company, failed)).state).toBe('LATEST');
  const owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
  expect(await world.refusal(restoreDrill, 'keep', owner, drilled())).toBe('FORBIDDEN_ROLE');
});

it('article 69: backups are kept with their size and how they went, and not before they were made [duty 69.4]', async () => {
  const made = (madeOn: string) => ({
    input: { madeOn, scope: '全平台', sizeMegabytes: 120, location: '异地机房', result: 'SUCCEEDED' },
  });
  expect(await world.refusal(backupRecord, 'keep', world.company, made('2026-11-24'))).toBe('VALIDATION');
  expect((await world.take(backupRecord, 'keep', world.company, made('2026-11-23'))).state).toBe('KEPT');
});
