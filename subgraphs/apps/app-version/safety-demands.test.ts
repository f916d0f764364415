import { standingStatement } from '@zgt/runtime/organizations.ts';
import { type SafetyConcern, safetyStanding } from '@zgt/runtime/safety-standing.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appSteps, listing, marketConfiguration, publicConfiguration } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { appVersion } from './actions.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  unit = await world.unit(['*']);
  // The first listing brings what all later ones share.
  await steps.listedMarket(unit);
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

it('article 68: a public app with an algorithm that is not allowed is not listed [duty 68.4]', async () => {
  const department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  const { id: appId } = await steps.listedPublic(department, { name: '疫苗接种预约二' });
  const { id } = await steps.tested(department, appId, publicConfiguration(), '1.0.1');
  const submit = () => world.attempt(appVersion, 'submitListing', department, { id, input: listing() });
  await publish(department, appId, 'CRYPTO', 'KEPT', { algorithms: ['SM3', 'MD5'] });
  expect((await submit()).refusal).toMatchObject({
    code: 'ALGORITHM_NOT_ALLOWED',
    articles: [68],
    details: [{ message: 'MD5 不在允许的清单内' }],
  });
  await publish(department, appId, 'CRYPTO', 'KEPT', { algorithms: ['SM3', 'sm4'] });
  expect((await submit()).record?.state).toBe('IN_REVIEW');
});

it('article 68: a market app is stopped by it only where the parameter says so', async () => {
  const { id: appId } = await steps.listedMarket(unit);
  await publish(unit, appId, 'CRYPTO', 'KEPT', { algorithms: ['MD5'] });
  const { id } = await steps.tested(unit, appId, marketConfiguration(), '1.0.1');
  const submit = () => world.attempt(appVersion, 'submitListing', unit, { id, input: listing() });
  await world.setParameter('crypto.market_algorithm', 'BLOCK');
  expect((await submit()).refusal?.code).toBe('ALGORITHM_NOT_ALLOWED');
  await world.setParameter('crypto.market_algorithm', 'WARN');
  expect((await submit()).record?.state).toBe('IN_REVIEW');
});

it('article 71: an app that collects personal data is listed with a published notice, one that collects none without [duty 71.2]', async () => {
  const { id: appId } = await steps.listedMarket(unit);
  const collecting = marketConfiguration({ fieldPurposes: ['phone：发送入园提醒'] });
  const { id } = await steps.tested(unit, appId, collecting, '1.0.1');
  const submit = () => world.attempt(appVersion, 'submitListing', unit, { id, input: listing() });
  const missing = { code: 'PRIVACY_NOTICE_MISSING', articles: [71] };
  expect((await submit()).refusal).toMatchObject(missing);
  const other = await world.unit(['*']);
  await publish(other, appId, 'PRIVACY_NOTICE', 'PUBLISHED', {});
  expect((await submit()).refusal).toMatchObject(missing);
  await publish(unit, appId, 'PRIVACY_NOTICE', 'PUBLISHED', {});
  expect((await submit()).record?.state).toBe('IN_REVIEW');
});

it('article 71: market apps are asked for a notice by the draft’s option alone, public ones always [duty 71.2]', async () => {
  await world.setParameter('privacy.apply_to_providers', false);
  const fieldPurposes = ['phone：发送提醒'];
  const { id: marketId } = await steps.listedMarket(unit);
  const market = await steps.tested(unit, marketId, marketConfiguration({ fieldPurposes }), '1.0.1');
  const submit = (by: Viewer, id: string) =>
    world.attempt(appVersion, 'submitListing', by, { id, input: listing() });
  expect((await submit(unit, market.id)).record?.state).toBe('IN_REVIEW');
  const department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  const { id: publicId } = await steps.listedPublic(department, { name: '疫苗接种预约三' });
  const version = await steps.tested(department, publicId, publicConfiguration({ fieldPurposes }), '1.0.1');
  expect((await submit(department, version.id)).refusal?.code).toBe('PRIVACY_NOTICE_MISSING');
  await publish(department, publicId, 'PRIVACY_NOTICE', 'PUBLISHED', {});
  expect((await submit(department, version.id)).record?.state).toBe('IN_REVIEW');
  await world.setParameter('privacy.apply_to_providers', true);
});
