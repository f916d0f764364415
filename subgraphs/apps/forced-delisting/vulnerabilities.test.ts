import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { standingStatement } from '@zgt/runtime/organizations.ts';
import { safetyStanding } from '@zgt/runtime/safety-standing.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appVersion } from '../app-version/actions.ts';
import { delistingRequest } from '../delisting-request/actions.ts';
import { handlers } from '../events.ts';
import { nouns } from '../nouns.ts';
import { appSteps, listing, marketConfiguration } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { forcedDelisting } from './actions.ts';
import { ofVulnerability } from './store.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  unit = await world.unit(['*']);
}, 60_000);
afterAll(() => world.runtime.close());

/** What the register of vulnerabilities publishes, and what the queue brings of it. */
function vulnerabilityOf(appId: string) {
  const id = newId();
  return {
    id,
    publish: (state: string) =>
      standingStatement(
        world.runtime.db,
        unit.organizationId!,
        safetyStanding('VULNERABILITY', id),
        { state, scope: { appId, number: 'LD-2026-000001', noticeText: '暂停服务' }, validUntil: null },
        new Date('2026-11-23T01:00:00Z'),
      ).execute(),
    tell: async (name: string) => {
      const event = { name, recordId: id, organizationId: unit.organizationId!, state: '' };
      for (const handle of handlers(world.runtime)[name]!) await handle(event, 'job-1');
    },
  };
}

/** The provider takes its app off after the days of the announcement. */
async function delisted(appId: string): Promise<void> {
  const { id } = await world.take(delistingRequest, 'request', unit, {
    input: {
      appId,
      ground: '业务并入新的应用',
      userImpact: '约三千名用户',
      alternative: '改用新的应用',
      announcementText: '本应用将停止服务。',
    },
  });
  await world.take(delistingRequest, 'passReview', world.company, { id });
  await world.take(delistingRequest, 'announce', world.company, { id, input: {} });
  startClockAt('2026-12-02T09:00:00+08:00');
  await fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])),
  );
  expect((await steps.look(appId)).status).toBe('DELISTED');
}

const relist = async (id: string) => world.attempt(forcedDelisting, 'relist', world.company, { id });

it('article 73: an app that is ordered off is off, and back only after its fix is verified [duty 73.2]', async () => {
  const { id: appId } = await steps.listedMarket(unit);
  const found = vulnerabilityOf(appId);
  await found.publish('DELISTED');
  await found.tell('delistVulnerability');
  await found.tell('delistVulnerability');
  expect(await steps.look(appId)).toMatchObject({ status: 'FORCED_DELISTED', delistingNotice: '暂停服务' });
  const id = (await ofVulnerability(world.runtime.db, found.id))!;
  expect((await relist(id)).refusal?.code).toBe('SAFETY_REVIEW_REQUIRED');
  await found.publish('VERIFIED');
  await found.tell('passVulnerability');
  await found.tell('passVulnerability');
  expect((await relist(id)).record?.state).toBe('LIFTED');
  expect((await steps.look(appId)).status).toBe('LISTED');
});

it('article 73: another vulnerability that is open keeps the app off', async () => {
  const { id: appId } = await steps.listedMarket(unit);
  const [first, second] = [vulnerabilityOf(appId), vulnerabilityOf(appId)];
  await first.publish('VERIFIED');
  await first.tell('delistVulnerability');
  await first.tell('passVulnerability');
  await second.publish('FIX_SUBMITTED');
  const id = (await ofVulnerability(world.runtime.db, first.id))!;
  expect((await relist(id)).refusal).toMatchObject({
    code: 'SAFETY_REVIEW_REQUIRED',
    details: [{ message: '安全漏洞 LD-2026-000001 还没有复核通过' }],
  });
  await second.publish('CLOSED');
  expect((await relist(id)).record?.state).toBe('LIFTED');
});

it('article 73: an app off the catalogue is not listed anew with an open vulnerability, a listed one may be mended', async () => {
  const { id: appId } = await steps.listedMarket(unit);
  const found = vulnerabilityOf(appId);
  await found.publish('RECTIFYING');
  const submit = async (id: string) =>
    world.attempt(appVersion, 'submitListing', unit, { id, input: listing() });
  const fixed = await steps.tested(unit, appId, marketConfiguration(), '1.0.1');
  expect((await submit(fixed.id)).record?.state).toBe('IN_REVIEW');
  await world.take(appVersion, 'abandon', unit, { id: fixed.id });
  await delisted(appId);
  const again = await steps.tested(unit, appId, marketConfiguration(), '1.0.2');
  expect((await submit(again.id)).refusal?.code).toBe('SAFETY_REVIEW_REQUIRED');
  await found.publish('VERIFIED');
  expect((await submit(again.id)).record?.state).toBe('IN_REVIEW');
});

it('article 73: without the review, what was taken off for safety comes back at once; other grounds are still verified', async () => {
  startClockAt('2026-11-23T09:00:00+08:00');
  const taken = async (ground: string, state: string) => {
    const { id: appId } = await steps.listedMarket(unit);
    const found = vulnerabilityOf(appId);
    await found.publish(state);
    const { id } = await world.take(forcedDelisting, 'open', world.company, {
      input: { appId, ground, findings: '越权' },
    });
    await world.take(forcedDelisting, 'keepEvidence', world.company, { id, documents: ['EVIDENCE'] });
    await world.take(forcedDelisting, 'execute', world.company, { id, input: { noticeText: '暂停服务' } });
    return id;
  };
  const cases = [
    ['SECURITY_EVENT', 'VERIFIED'],
    ['VULNERABILITY', 'RECTIFYING'],
  ] as const;
  const safety = await Promise.all(cases.map(([ground, state]) => taken(ground, state)));
  const content = await taken('UNLAWFUL_CONTENT', 'VERIFIED');
  const { id: appId } = await steps.listedMarket(unit);
  await vulnerabilityOf(appId).publish('RECTIFYING');
  await delisted(appId);
  const again = await steps.tested(unit, appId, marketConfiguration(), '1.0.2');
  const submit = async () =>
    (await world.attempt(appVersion, 'submitListing', unit, { id: again.id, input: listing() })).refusal;
  for (const id of [...safety, content])
    expect((await relist(id)).refusal?.code).toBe('SAFETY_REVIEW_REQUIRED');
  expect((await submit())?.code).toBe('SAFETY_REVIEW_REQUIRED');
  await world.setParameter('relisting.safety_review', false);
  for (const id of safety) expect((await relist(id)).record?.state).toBe('LIFTED');
  expect((await relist(content)).refusal?.code).toBe('SAFETY_REVIEW_REQUIRED');
  expect(await submit()).toBeNull();
  await world.setParameter('relisting.safety_review', true);
});
