import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { appSteps } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { forcedDelisting } from './actions.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
let department: Viewer;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-27T09:00:00+08:00'));

/** Taken off at once, with the evidence kept before. */
async function executed(appId: string, ground: string): Promise<string> {
  const { id } = await world.take(forcedDelisting, 'open', world.company, {
    input: { appId, ground, findings: '页面被篡改' },
  });
  await world.take(forcedDelisting, 'keepEvidence', world.company, { id, documents: ['EVIDENCE'] });
  await world.take(forcedDelisting, 'execute', world.company, {
    id,
    input: { noticeText: '已下架，请到窗口办理' },
  });
  return id;
}

const clocks = async (id: string) =>
  world.runtime.db
    .selectFrom('runtime.deadline')
    .select(['name', 'owedBy', 'dueAt'])
    .where('recordId', '=', id)
    .where('endedAt', 'is', null)
    .execute();
const say = (action: string, by: Viewer, id: string, reason?: string) =>
  world.attempt(forcedDelisting, action, by, { id, reason });

it('article 28: the management unit confirms the emergency of a public app within one working day', async () => {
  const { id: appId } = await steps.listedPublic(department, { name: '疫苗预约一' });
  const id = await executed(appId, 'PUBLIC_OPERATION');
  // A Friday: the working day after it is Monday.
  expect(await clocks(id)).toEqual([
    { name: 'confirmation', owedBy: 'MANAGEMENT_UNIT', dueAt: new Date('2026-11-30T16:00:00Z') },
  ]);
  expect((await say('confirm', world.company, id)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await say('confirm', world.management, id)).record).toMatchObject({
    state: 'EXECUTED',
    confirmedAt: expect.any(Date),
  });
  expect(await clocks(id)).toEqual([]);
  for (const action of ['confirm', 'overrule'])
    expect((await say(action, world.management, id, '核查后')).refusal?.code).toBe('ILLEGAL_TRANSITION');
});

it('article 28: what the management unit does not confirm is back in the catalogue at once, with the reason', async () => {
  const { id: appId } = await steps.listedPublic(department, { name: '疫苗预约二' });
  const id = await executed(appId, 'PUBLIC_OPERATION');
  expect((await say('overrule', world.management, id)).refusal?.code).toBe('REASON_REQUIRED');
  expect((await say('overrule', world.management, id, '页面并未被篡改')).record?.state).toBe('LIFTED');
  expect(await steps.look(appId)).toMatchObject({ status: 'LISTED', delistingNotice: null });
  expect(await clocks(id)).toEqual([]);
});

it('article 41: what is done to a market app is the company’s own to decide', async () => {
  const unit = await world.unit(['*']);
  const { id: appId } = await steps.listedMarket(unit);
  const id = await executed(appId, 'MARKET_OPERATION');
  expect(await clocks(id)).toEqual([]);
  for (const action of ['confirm', 'overrule'])
    expect((await say(action, world.management, id, '核查后')).refusal).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      articles: [41],
    });
});
