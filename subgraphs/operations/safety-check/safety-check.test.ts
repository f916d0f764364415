import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { safetyCheck } from './actions.ts';
import { openDueSafetyChecks } from './open-due.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const open = (instant: string) => {
  startClockAt(instant);
  return openDueSafetyChecks(world.runtime, now());
};
const checks = async () =>
  (await sql<Row>`select * from operations.safety_check order by kind`.execute(world.runtime.db)).rows;

it('article 73: check and review open with the first minute after the quarter, once [duty 73.3]', async () => {
  expect(await open('2026-09-30T23:59:00+08:00')).toBe(0);
  expect(await open('2026-10-01T00:00:00+08:00')).toBe(2);
  expect(await open('2026-10-01T00:01:00+08:00')).toBe(0);
  expect((await checks()).map(({ kind, periodKey, state }) => [kind, periodKey, state])).toEqual([
    ['SAFETY_CHECK', '2026Q3', 'DUE'],
    ['TECHNICAL_REVIEW', '2026Q3', 'DUE'],
  ]);
  const { dutyCalendar } = await world.ask(
    world.company,
    '{ dutyCalendar(from: "2026-10-20", to: "2026-10-20") { recordTitle } }',
  );
  expect(dutyCalendar.map(({ recordTitle }: any) => recordTitle).toSorted()).toEqual([
    '安全检查 2026Q3',
    '技术审查 2026Q3',
  ]);
});

it('article 73: what is found is followed up, data are patrolled, and only the company’s security does it', async () => {
  const [check, review] = await checks();
  const security = await world.runtime.member('PROJECT_COMPANY', ['SECURITY'], world.company.organizationId!);
  const tester = await world.runtime.member('PROJECT_COMPANY', ['TESTER'], world.company.organizationId!);
  const done = (more: object = {}) => ({
    id: check!.id,
    input: { checkedItems: ['APPS', 'DATA_PATROL'], summary: '检查了在架应用', ...more },
  });
  const refused = async (more: object) =>
    (await world.attempt(safetyCheck, 'complete', security, done(more))).refusal;
  expect(await world.refusal(safetyCheck, 'complete', tester, done())).toBe('FORBIDDEN_ROLE');
  expect(await refused({ checkedItems: ['APPS'] })).toMatchObject({
    code: 'VALIDATION',
    details: [{ path: 'checkedItems' }],
  });
  expect(await refused({ abnormalItems: ['BACKUP'] })).toMatchObject({
    code: 'VALIDATION',
    details: [{ path: 'abnormalItems' }],
  });
  expect(await refused({ abnormalItems: ['APPS'] })).toMatchObject({ code: 'FOLLOW_UP_REQUIRED' });
  const followed = done({ abnormalItems: ['APPS'], followUp: 'LD-2026-000001' });
  expect((await world.take(safetyCheck, 'complete', security, followed)).state).toBe('DONE');
  const plain = { id: review!.id, input: { checkedItems: ['APPS'], summary: '审查了代码' } };
  expect((await world.take(safetyCheck, 'complete', security, plain)).state).toBe('DONE');
});
