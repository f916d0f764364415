import { appStanding, standingStatement } from '@zgt/runtime/organizations.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { ecosystemUnit } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

it('article 42: a unit does not leave while an app of its own is in the catalogue [duty 42.2]', async () => {
  const { unit, head } = await world.approvedUnit();
  const publish = (state: string) =>
    standingStatement(
      world.runtime.db,
      head.organizationId!,
      appStanding('00000000-0000-7000-8000-000000000001'),
      { state, scope: { name: '骑楼导览', number: 'YY-1' }, validUntil: null },
      new Date(),
    ).execute();
  await world.take(ecosystemUnit, 'startExit', head, { id: unit.id, reason: '业务调整' });
  for (const state of ['LISTED', 'DELISTING', 'SUSPENDED']) {
    await publish(state);
    const { refusal } = await world.attempt(ecosystemUnit, 'completeExit', world.company, { id: unit.id });
    expect(refusal).toMatchObject({
      code: 'EXIT_CHECKLIST_OPEN',
      details: [{ message: '应用“骑楼导览”（YY-1）尚未下架' }],
    });
  }
  await publish('DELISTED');
  expect((await world.take(ecosystemUnit, 'completeExit', world.company, { id: unit.id })).state).toBe(
    'EXITED',
  );
});
