import { afterAll, beforeAll, expect, it } from 'vitest';
import { handlers } from './events.ts';
import { openWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

it('article 70: cooperation that is ended over a leak ends the unit’s standing, once [duty 70]', async () => {
  const { unit, head } = await world.approvedUnit();
  const { state: before } = await world.runtime.db
    .selectFrom('ecosystem.ecosystemUnit')
    .select('state')
    .where('id', '=', unit.id)
    .executeTakeFirstOrThrow();
  expect(before).toBe('ACTIVE');
  const event = {
    name: 'terminateDataLeakCase',
    recordId: unit.id,
    organizationId: head.organizationId!,
    state: 'TERMINATED',
  };
  const [handle] = handlers(world.runtime).terminateDataLeakCase!;
  await handle!(event, 'job-1');
  await handle!(event, 'job-1');
  const rows = await world.runtime.db
    .selectFrom('runtime.standing')
    .select(['kind', 'state'])
    .where('organizationId', '=', head.organizationId!)
    .orderBy('kind')
    .execute();
  expect(rows).toEqual([
    { kind: 'AUTHORIZATION_AGREEMENT', state: 'TERMINATED' },
    { kind: 'ECOSYSTEM_UNIT', state: 'TERMINATED' },
  ]);
});
