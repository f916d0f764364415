import { startClockAt } from '@zgt/runtime/clock.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { trainingSession } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const invited = (more: object = {}) => ({
  input: {
    topics: ['LAW'],
    subject: '数据安全法规',
    plannedOn: '2026-11-25',
    invitedUnits: ['甲公司', '乙公司'],
    ...more,
  },
});

it('article 73: units are told, who came is kept, and a year later a new session is called for [duty 73.1]', async () => {
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await world.refusal(trainingSession, 'invite', unit, invited())).toBe('FORBIDDEN_ROLE');
  expect(
    await world.refusal(trainingSession, 'invite', world.company, invited({ plannedOn: '2026-11-22' })),
  ).toBe('VALIDATION');
  const { id } = await world.take(trainingSession, 'invite', world.company, invited());
  const { notifications } = await world.ask(unit, '{ notifications { edges { node { title } } } }');
  expect(notifications.edges[0].node.title).toContain('数据安全法规');
  startClockAt('2026-11-25T18:00:00+08:00');
  const held = (heldOn: string) => ({ id, input: { heldOn, attendance: ['甲公司'], outcome: '讲解并测试' } });
  expect(await world.refusal(trainingSession, 'hold', world.company, held('2026-11-26'))).toBe('VALIDATION');
  await world.take(trainingSession, 'hold', world.company, held('2026-11-25'));
  const calledFor = async (day: string) =>
    (
      await world.ask(world.company, `{ dutyCalendar(from: "${day}", to: "${day}") { recordTitle endedAt } }`)
    ).dutyCalendar.filter(({ endedAt }: any) => endedAt === null).length;
  expect(await calledFor('2027-11-25')).toBe(1);
  const next = await world.take(trainingSession, 'invite', world.company, invited({ subject: '安全技术' }));
  await world.take(trainingSession, 'hold', world.company, { ...held('2026-11-25'), id: next.id });
  expect(await calledFor('2027-11-25')).toBe(1);
  const { trainingSession: first } = await world.ask(
    unit,
    'query ($id: ID!) { trainingSession(id: $id) { status attendance } }',
    { id },
  );
  expect(first).toEqual({ status: 'SUPERSEDED', attendance: ['甲公司'] });
});
