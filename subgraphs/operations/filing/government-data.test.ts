import { logDataOperations } from '@zgt/runtime/audit/data-operations.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import type { DataActivity } from '@zgt/schema/measure/data-operations.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDueFilings } from '../duties.ts';
import { openWorld, type World } from '../testing/world.ts';
import { filing } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const logged = (activity: DataActivity, instant: string) => {
  const at = new Date(instant);
  return logDataOperations(world.runtime.db, requestBy(world.company), at, [
    {
      eventId: newId(),
      operatedAt: at,
      actor: 'etl-01',
      activity,
      resource: 'GX.CIVIL',
      reference: null,
      purpose: '按日归集',
      dataUseRequest: null,
      result: 'SUCCEEDED',
    },
  ]);
};

it('article 69: a quarter’s report on government data counts what was done by activity, and is registered [duty 69.3]', async () => {
  await logged('QUERY', '2026-09-30T23:59:59+08:00');
  for (const activity of ['AGGREGATE', 'AGGREGATE', 'QUERY'] as const)
    await logged(activity, '2026-10-01T00:00:00+08:00');
  await logged('EXPORT', '2026-12-31T23:59:59+08:00');
  await logged('DELETE', '2027-01-01T00:00:00+08:00');
  startClockAt('2027-01-01T00:00:00+08:00');
  await openDueFilings(world.runtime, now());
  const { filings } = await world.ask(
    world.company,
    `{ filings(filter: { kind: GOVERNMENT_DATA_OPERATION }) { edges { node { id periodKey
      figures { noun measure name count } } } } }`,
  );
  const byPeriod = Object.fromEntries(
    filings.edges.map(({ node }: any) => [
      node.periodKey,
      node.figures.map(({ noun, name, count }: any) => [noun, name, count]),
    ]),
  );
  expect(byPeriod).toEqual({
    '2026Q3': [['DataOperation', 'QUERY', 1]],
    '2026Q4': [
      ['DataOperation', 'AGGREGATE', 2],
      ['DataOperation', 'EXPORT', 1],
      ['DataOperation', 'QUERY', 1],
    ],
  });
  const { id } = filings.edges.find(({ node }: any) => node.periodKey === '2026Q4').node;
  expect(await world.refusal(filing, 'acknowledge', world.management, { id })).toBe('ILLEGAL_TRANSITION');
  await world.take(filing, 'submit', world.company, { id, input: { summary: '全部操作可追溯。' } });
  expect((await world.take(filing, 'acknowledge', world.management, { id })).state).toBe('FILED');
});
