import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDueFilings } from '../duties.ts';
import { openWorld, type World } from '../testing/world.ts';
import { filing } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

/** A body of which another subgraph keeps that many service items. */
async function body(party: PartyKind, items: number) {
  const viewer = await world.runtime.member(party, ['HEAD']);
  for (let made = 0; made < items; made += 1)
    await sql`insert into runtime.item (noun, record_id, organization_id, number, title, state, since, updated_at)
      values ('ServiceItem', ${newId()}::uuid, ${viewer.organizationId}::uuid, 'SX-1', '事项', 'CONNECTED', ${now()}, ${now()})`.execute(
      world.runtime.db,
    );
  return viewer;
}
const lists = async () =>
  (
    await sql<{ organizationId: string; periodKey: string }>`
      select organization_id, period_key from operations.filing where kind = 'SERVICE_LIST'
      order by period_end, organization_id`.execute(world.runtime.db)
  ).rows;
const openAt = async (instant: string) => {
  startClockAt(instant);
  await openDueFilings(world.runtime, now());
};
const enable = (value: boolean) =>
  world.ask(
    world.management,
    `mutation { setRuleParameter(input: { name: "service_item.filing_enabled", value: ${value}, reason: "按征求意见稿" }) {
      refusal { code } } }`,
  );

it('article 16: with the option on, a quarter’s end opens one list for each body that keeps items [duty 16.2]', async () => {
  const department = await body('GOVERNMENT_DEPARTMENT', 2);
  const county = await body('COUNTY', 1);
  await body('MUNICIPALITY', 0);
  const both = [department.organizationId!, county.organizationId!].toSorted();
  await openAt('2026-12-31T23:59:00+08:00');
  expect(await lists()).toEqual([]);
  await openAt('2027-01-01T00:00:00+08:00');
  await openAt('2027-01-01T00:01:00+08:00');
  expect(await lists()).toEqual(both.map((organizationId) => ({ organizationId, periodKey: '2026Q4' })));

  await enable(false);
  await openAt('2027-04-01T00:00:00+08:00');
  expect(await lists()).toHaveLength(2);
  await enable(true);
  await openAt('2027-04-01T00:01:00+08:00');
  expect(await lists()).toHaveLength(4);

  const { filings } = await world.ask(
    department,
    `{ filings { edges { node { id kindLabel periodKey figures { noun measure name count }
      deadlines { name owedByLabel } } } } }`,
  );
  expect(filings.edges.map(({ node }: any) => [node.kindLabel, node.periodKey])).toEqual([
    ['公共服务清单备案', '2027Q1'],
    ['公共服务清单备案', '2026Q4'],
  ]);
  expect(filings.edges[1].node.figures).toEqual([
    { noun: 'ServiceItem', measure: 'STATE', name: 'CONNECTED', count: 2 },
  ]);

  expect(filings.edges[1].node.deadlines).toEqual([{ name: 'submit', owedByLabel: '所属单位' }]);

  const { id } = filings.edges[1].node;
  const submit = (by: typeof department) =>
    world.attempt(filing, 'submit', by, { id, input: { summary: '清单已更新' } });
  expect((await submit(county)).refusal?.code).toBe('NOT_FOUND');
  expect((await submit(world.company)).refusal?.code).toBe('NOT_FOUND');
  expect((await submit(department)).record?.state).toBe('SUBMITTED');
  expect((await world.take(filing, 'acknowledge', world.management, { id })).filingNumber).toMatch(
    /^ZGT-BA-2027-\d{4}$/,
  );
});
