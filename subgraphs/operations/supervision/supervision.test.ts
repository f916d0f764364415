import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { incident } from '../incident/actions.ts';
import { operationMetric } from '../operation-metric/actions.ts';
import { openDueProductWork } from '../product-work/open-due.ts';
import { rectification } from '../rectification/actions.ts';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-10-02T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const overview = async (by: Viewer) =>
  (
    await world.ask(
      by,
      '{ supervision { metrics { name points { month value } } late { party count oldestDueAt } } }',
    )
  ).supervision;

it('articles 24 and 58: supervisors see indicators over time, and what is late and by whom [duty 24] [duty 58.1]', async () => {
  const owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  for (const [month, value] of [
    ['2026-08', 800],
    ['2026-09', 900],
    ['2025-01', 5],
  ] as const)
    await world.take(operationMetric, 'report', world.company, {
      input: { month, name: 'ACTIVE_USERS', value },
    });
  await openDueProductWork(world.runtime, now());
  expect((await overview(world.management)).late).toEqual([]);
  startClockAt('2027-01-01T00:00:00+08:00');
  for (const by of [world.management, world.company, owner]) {
    const { metrics, late } = await overview(by);
    expect(metrics.find(({ name }: any) => name === 'ACTIVE_USERS').points).toEqual([
      { month: '2026-08', value: 800 },
      { month: '2026-09', value: 900 },
    ]);
    expect(late.map(({ party, count }: any) => [party, count])).toEqual([
      ['OWNER_UNIT', 2],
      ['PROJECT_COMPANY', 2],
    ]);
    expect(new Date(late[0].oldestDueAt).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  }
  await expect(overview(unit)).rejects.toThrow('可以查看');
});

it('articles 47 and 61: incidents are counted by month and gravest level, and units that are late are named', async () => {
  const detected = (threat: string) =>
    world.take(incident, 'detect', world.company, {
      input: {
        title: '平台响应变慢',
        description: '高峰时段打开变慢。',
        category: 'FAULT',
        outageScope: 'NONE',
        damagedData: 'NONE',
        dataEffect: 'UNASSESSED',
        threat,
      },
    });
  startClockAt('2027-02-01T00:00:00+08:00');
  await detected('SERIOUS');
  startClockAt('2027-03-31T23:59:59+08:00');
  await detected('NONE');
  await detected('NONE');
  const { id } = await detected('NONE');
  await world.take(incident, 'dismiss', world.company, { id, reason: '误报' });
  const ask = (months: number) =>
    world.ask(
      world.management,
      `{ supervision(months: ${months}) { from incidents { month level count }
        lateOrganizations { name partyLabel count oldestDueAt } } }`,
    );
  const march = { month: '2027-03', level: 'LEVEL_4', count: 2 };
  expect((await ask(2)).supervision).toMatchObject({
    from: '2027-02',
    incidents: [{ month: '2027-02', level: 'LEVEL_2', count: 1 }, march],
    lateOrganizations: [],
  });
  expect((await ask(1)).supervision).toMatchObject({ from: '2027-03', incidents: [march] });
  for (const months of [0, 37]) await expect(ask(months)).rejects.toThrow('1 到 36');
  await world.take(rectification, 'issue', world.management, {
    input: {
      kind: 'SECURITY',
      cause: 'HAZARD',
      subject: 'OWNER_UNIT',
      findings: '没有按期演练',
      demands: '补做演练',
      dueOn: '2027-03-31',
    },
  });
  startClockAt('2027-04-01T00:00:00+08:00');
  const [owner] = (await ask(1)).supervision.lateOrganizations;
  expect(owner).toMatchObject({ partyLabel: '业主单位', count: 1 });
  const { dutyCalendar } = await world.ask(
    world.management,
    '{ dutyCalendar(from: "2027-03-31", to: "2027-03-31") { title owedByLabel } }',
  );
  expect(dutyCalendar).toContainEqual({ title: '完成整改', owedByLabel: owner.name });
});
