import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { hiddenDanger } from './actions.ts';

let world: World;
let owner: Viewer;
let infrastructure: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['SECURITY']);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const found = (more: object = {}) => ({
  input: {
    domain: 'INFRASTRUCTURE',
    severity: 'MEDIUM',
    bearer: 'PROJECT_COMPANY',
    description: '机房门禁失效',
    foundOn: '2026-11-23',
    ...more,
  },
});
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(hiddenDanger, action, by, { id, ...more });
const ASSIGNMENT = { input: { demands: '更换门禁', dueOn: '2026-11-27' } };
const REMEDY = { input: { remedy: '已更换' } };

it('article 64: found, assigned, removed, verified by others, closed [duty 64.3]', async () => {
  const { id } = await world.take(hiddenDanger, 'report', owner, found());
  expect((await act('assign', owner, id, ASSIGNMENT)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const late = { input: { demands: '更换门禁', dueOn: '2026-11-22' } };
  expect((await act('assign', world.company, id, late)).refusal?.code).toBe('VALIDATION');
  await world.take(hiddenDanger, 'assign', world.company, { id, ...ASSIGNMENT });
  await world.take(hiddenDanger, 'fix', world.company, { id, ...REMEDY });
  expect((await act('verify', world.company, id)).refusal?.code).toBe('FOUR_EYES_REQUIRED');
  const again = { input: { dueOn: '2026-12-01' }, reason: '仍失效' };
  expect((await act('reject', owner, id, again)).record).toMatchObject({
    state: 'ASSIGNED',
    dueOn: '2026-12-01',
  });
  await world.take(hiddenDanger, 'fix', world.company, { id, ...REMEDY });
  await world.take(hiddenDanger, 'verify', owner, { id });
  expect((await act('close', world.company, id)).record?.state).toBe('CLOSED');
});

it('article 64: what is late is told to the owner unit, the last day itself is not late [duty 64.3]', async () => {
  const { id } = await world.take(hiddenDanger, 'report', world.company, found());
  await world.take(hiddenDanger, 'assign', world.company, { id, ...ASSIGNMENT });
  const told = async () =>
    world.runtime.db
      .selectFrom('runtime.notification')
      .select('organizationId')
      .where('recordId', '=', id)
      .where('organizationId', '=', owner.organizationId!)
      .where('action', '=', 'overdue')
      .execute();
  startClockAt('2026-11-27T23:59:00+08:00');
  await fireDeadlines(world.runtime.db, new Map());
  expect(await told()).toHaveLength(0);
  startClockAt('2026-11-28T00:00:00+08:00');
  await fireDeadlines(world.runtime.db, new Map());
  expect((await told()).length).toBeGreaterThan(0);
});

it('article 66: the infrastructure provider removes what is in the infrastructure, nothing else [duty 66]', async () => {
  const unregistered = found({ bearer: 'INFRASTRUCTURE_PROVIDER' });
  expect(await world.refusal(hiddenDanger, 'report', world.company, unregistered)).toBe('VALIDATION');
  infrastructure = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['HEAD']);
  const software = found({ bearer: 'INFRASTRUCTURE_PROVIDER', domain: 'SOFTWARE' });
  expect(await world.refusal(hiddenDanger, 'report', world.company, software)).toBe(
    'RESPONSIBLE_PARTY_FIXED',
  );
  const { id } = await world.take(hiddenDanger, 'report', world.company, unregistered);
  await world.take(hiddenDanger, 'assign', world.company, { id, ...ASSIGNMENT });
  await world.take(hiddenDanger, 'fix', infrastructure, { id, ...REMEDY });
  expect((await act('verify', world.company, id)).record?.state).toBe('VERIFIED');
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect((await act('fix', unit, id, REMEDY)).refusal?.code).toBe('NOT_FOUND');
});

it('what is found tomorrow is not found yet', async () => {
  expect(await world.refusal(hiddenDanger, 'report', world.company, found({ foundOn: '2026-11-24' }))).toBe(
    'VALIDATION',
  );
});
