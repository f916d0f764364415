import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDueFilings } from '../duties.ts';
import { incident } from '../incident/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { filing } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-02T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

async function accepted(instant: string, title: string, threat: string): Promise<Row> {
  startClockAt(instant);
  const input = {
    title,
    description: '情况',
    category: 'FAULT',
    outageScope: 'NONE',
    damagedData: 'NONE',
    dataEffect: 'UNASSESSED',
    threat,
  };
  const detected = await world.take(incident, 'detect', world.company, { input });
  await world.take(incident, 'report', world.company, { id: detected.id });
  return world.take(incident, 'accept', world.company, { id: detected.id });
}

const open = (instant: string) => {
  startClockAt(instant);
  return openDueFilings(world.runtime, now());
};

const filed = async (periodKey: string) => {
  const { rows } = await sql<Row>`select id from operations.filing
    where kind = 'LEVEL4_INCIDENTS' and period_key = ${periodKey}`.execute(world.runtime.db);
  if (!rows[0]) return null;
  const asked = await world.ask(
    world.management,
    'query ($id: ID!) { filing(id: $id) { id dueOn kindArticles incidents { title category endedAt } } }',
    { id: rows[0].id },
  );
  return asked.filing;
};

it('[duty 62.5] the month’s incidents of level 4 are filed together, graver ones and false alarms are not among them', async () => {
  await accepted('2026-11-03T09:00:00+08:00', '登录偶发变慢', 'SOME');
  await accepted('2026-11-10T09:00:00+08:00', '大面积异常', 'FAIRLY_LARGE');
  await accepted('2026-11-30T23:59:00+08:00', '支付个别失败', 'NONE');
  startClockAt('2026-11-30T23:59:30+08:00');
  const input = {
    title: '误报',
    description: '情况',
    category: 'FAULT',
    outageScope: 'NONE',
    damagedData: 'NONE',
  };
  const false_ = await world.take(incident, 'detect', world.company, {
    input: { ...input, dataEffect: 'UNASSESSED', threat: 'NONE' },
  });
  await world.take(incident, 'dismiss', world.company, { id: false_.id, reason: '监测程序出错' });
  await accepted('2026-12-01T00:00:30+08:00', '次月的事件', 'NONE');
  await open('2026-12-01T00:01:00+08:00');
  const december = await filed('2026-11');
  expect(december).toMatchObject({
    // The fifth working day of December 2026.
    dueOn: '2026-12-07',
    kindArticles: [62],
    incidents: [
      { title: '登录偶发变慢', category: 'FAULT', endedAt: null },
      { title: '支付个别失败', category: 'FAULT', endedAt: null },
    ],
  });
  await world.take(filing, 'submit', world.company, { id: december.id, input: { summary: '本月两起。' } });
  const acknowledged = await world.take(filing, 'acknowledge', world.management, { id: december.id });
  expect(acknowledged.state).toBe('FILED');
});

it('[duty 62.5] a month without any has a nil return, unless the parameter says otherwise', async () => {
  await open('2027-02-01T00:00:00+08:00');
  expect(await filed('2027-01')).toMatchObject({ incidents: [] });
  await world.ask(
    world.management,
    `mutation { setRuleParameter(input: { name: "filing.level4_incidents.nil_return", value: false, reason: "不要零报告" }) { refusal { code } } }`,
  );
  await open('2027-03-01T00:00:00+08:00');
  expect(await filed('2027-02')).toBeNull();
  await accepted('2027-03-02T09:00:00+08:00', '三月的事件', 'NONE');
  await open('2027-04-01T00:00:00+08:00');
  expect(await filed('2027-03')).toMatchObject({ incidents: [{ title: '三月的事件' }] });
  expect(await filed('2027-02')).toBeNull();
});
