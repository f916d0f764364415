import { now } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { json } from '@zgt/runtime/parameters.ts';
import { roundTrips } from '@zgt/runtime/testing/round-trips.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.runtime.close());

const asProvider = async (organizationId: string, by: Viewer) =>
  (
    await query(
      world.runtime,
      by,
      `query ($id: ID!) { organization(id: $id) { serviceProvider { __typename ... on ServiceProvider { provides }
        ... on EcosystemUnit { name } organization { id } } } }`,
      { id: organizationId },
    )
  ).organization.serviceProvider;

it('article 11: an approved unit is a service provider, of everything but policies unless the parameter says so [duty 11]', async () => {
  const { unit, head } = await world.approvedUnit();
  const { organizationId, id } = unit;
  const seen = {
    __typename: 'EcosystemUnit',
    provides: ['DATA', 'CAPABILITY', 'APP', 'OTHER'],
    name: unit.name,
    organization: { id: organizationId },
  };
  expect(await asProvider(organizationId, world.company)).toEqual(seen);
  expect(await asProvider(organizationId, head)).toEqual(seen);
  const stranger = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await asProvider(organizationId, stranger)).toBeNull();
  expect(await asProvider(world.company.organizationId!, world.company)).toBeNull();
  await world.runtime.db
    .insertInto('runtime.ruleParameter')
    .values({
      id: newId(),
      name: 'provider.kind_matrix',
      value: json(false),
      effectiveFrom: now(),
      reason: '测试',
      accountId: null,
      createdAt: now(),
    })
    .execute();
  expect((await asProvider(organizationId, world.company)).provides).toEqual([
    'DATA',
    'CAPABILITY',
    'APP',
    'POLICY',
    'OTHER',
  ]);
  await world.take(ecosystemUnit, 'suspend', world.company, {
    id,
    input: { clause: '第五条' },
    reason: '整改',
  });
  expect((await asProvider(organizationId, world.company)).provides).toEqual([]);
});

it('article 11: a unit that waits for its approval provides nothing yet', async () => {
  const { head } = await world.submittedUnit();
  expect((await asProvider(head.organizationId!, world.company)).provides).toEqual([]);
});

it('as many providers as are asked for take as many statements as one', async () => {
  const ask = (first: number) =>
    roundTrips(world.runtime.pool, async () => {
      const { ecosystemUnits } = await query(
        world.runtime,
        world.company,
        'query ($first: Int) { ecosystemUnits(first: $first) { edges { node { organization { serviceProvider { id provides } } } } } }',
        { first },
      );
      expect(ecosystemUnits.edges).toHaveLength(first);
    });
  await world.approvedUnit();
  expect(await ask(3)).toBe(await ask(1));
});
