import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { json } from '@zgt/runtime/parameters.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreementIds } from '../ecosystem-unit/store.ts';
import { nouns } from '../nouns.ts';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

async function fire(instant: string): Promise<void> {
  startClockAt(instant);
  await fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])),
  );
}

async function reminded(recordId: string): Promise<(string | null)[]> {
  const rows = await world.runtime.db
    .selectFrom('runtime.notification')
    .select('organizationId')
    .where('recordId', '=', recordId)
    .where('action', '=', 'reminder')
    .execute();
  return rows.map(({ organizationId }) => organizationId);
}

const setParameter = (name: string, value: number) =>
  world.runtime.db
    .insertInto('runtime.ruleParameter')
    .values({
      id: newId(),
      name,
      value: json(value),
      effectiveFrom: now(),
      reason: '测试',
      accountId: null,
      createdAt: now(),
    })
    .execute();

it('articles 35 and 50: the unit is told before a brand authorization and an agreement end, as many days ahead as the parameters say', async () => {
  const first = await world.approvedUnit();
  const mark = await world.registeredMark();
  await world.license(mark.id);
  const brand = await world.effectiveBrand(first.head, mark.id);
  await setParameter('brand.expiry_reminder_days', 10);
  await setParameter('agreement.expiry_reminder_days', 90);
  const second = await world.approvedUnit();
  const later = await world.effectiveBrand(second.head, mark.id);
  const [agreement] = await agreementIds(world.runtime.db, first.unit.id, ['IN_FORCE']);
  const [sooner] = await agreementIds(world.runtime.db, second.unit.id, ['IN_FORCE']);

  const cases = [
    { id: brand.id, unit: first, eve: '2027-10-30', day: '2027-10-31' },
    { id: later.id, unit: second, eve: '2027-11-19', day: '2027-11-20' },
    { id: sooner!, unit: second, eve: '2028-08-01', day: '2028-08-02' },
    { id: agreement!, unit: first, eve: '2028-08-31', day: '2028-09-01' },
  ];
  for (const { id, unit, eve, day } of cases) {
    await fire(`${eve}T23:59:59+08:00`);
    expect(await reminded(id)).toEqual([]);
    await fire(`${day}T00:00:00+08:00`);
    expect((await reminded(id)).toSorted()).toEqual(
      [unit.head.organizationId, world.management.organizationId].toSorted(),
    );
  }
});
