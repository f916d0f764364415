import { standingStatement } from '@zgt/runtime/organizations.ts';
import { type SafetyConcern, safetyStanding } from '@zgt/runtime/safety-standing.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appSteps, listing, marketConfiguration } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { appVersion } from './actions.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  unit = await world.unit(['*']);
}, 60_000);
afterAll(() => world.runtime.close());

/** What a register of safety publishes about an app. */
const publish = (by: Viewer, appId: string, concern: SafetyConcern, state: string, scope: object) =>
  standingStatement(
    world.runtime.db,
    by.organizationId!,
    safetyStanding(concern, appId),
    { state, scope: { appId, ...scope }, validUntil: null },
    new Date('2026-11-23T01:00:00Z'),
  ).execute();

it('article 67: a new version waits for an overdue assessment, not for one due today [duty 67]', async () => {
  const { id: appId } = await steps.listedMarket(unit);
  const { id } = await steps.tested(unit, appId, marketConfiguration(), '1.0.1');
  const submit = () => world.attempt(appVersion, 'submitListing', unit, { id, input: listing() });
  await publish(unit, appId, 'RISK_ASSESSMENT', 'DUE', { dueOn: '2026-11-22' });
  expect((await submit()).refusal).toMatchObject({
    code: 'RISK_ASSESSMENT_OVERDUE',
    articles: [67],
    details: [{ message: '风险评估：应在 2026-11-22 之前完成' }],
  });
  await publish(unit, appId, 'RISK_ASSESSMENT', 'DUE', { dueOn: '2026-11-23' });
  expect((await submit()).record?.state).toBe('IN_REVIEW');
});
