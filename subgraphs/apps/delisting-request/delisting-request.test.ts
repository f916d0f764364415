import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appVersion } from '../app-version/actions.ts';
import { handlers } from '../events.ts';
import { forcedDelisting } from '../forced-delisting/actions.ts';
import { nouns } from '../nouns.ts';
import { appSteps, listing, marketConfiguration } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { delistingRequest } from './actions.ts';

/** Monday morning, with five plain weeks behind and before it. */
const MONDAY = '2026-11-23T09:00:00+08:00';

let world: World;
let steps: ReturnType<typeof appSteps>;
let unit: Viewer;
let department: Viewer;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
  unit = await world.unit(['*']);
  department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt(MONDAY));

const TEXT = '本应用将停止服务，办理请到新的应用。';
const wish = (appId: string, more: object = {}) => ({
  appId,
  ground: '业务并入新的应用',
  userImpact: '约三千名用户',
  alternative: '改用“桂游一码通”',
  announcementText: TEXT,
  ...more,
});
const request = (by: Viewer, appId: string, more: object = {}) =>
  world.attempt(delistingRequest, 'request', by, { input: wish(appId, more) });
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(delistingRequest, action, by, { id, ...more });
const announce = (id: string, input: object = {}) => act('announce', world.company, id, { input });

/** A market app whose delisting has been asked for and reviewed. */
async function reviewed(more: object = {}): Promise<{ appId: string; id: string }> {
  const { id: appId } = await steps.listedMarket(unit);
  const { record } = await request(unit, appId, more);
  await world.take(delistingRequest, 'passReview', world.company, { id: record!.id });
  return { appId, id: record!.id };
}

async function announced(more: object = {}): Promise<{ appId: string; id: string }> {
  const { appId, id } = await reviewed(more);
  await world.take(delistingRequest, 'announce', world.company, { id, input: {} });
  return { appId, id };
}

const tick = () =>
  fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])),
  );

const seen = async (by: Viewer, id: string) =>
  (
    await world.ask(
      by,
      'query ($id: ID!) { delistingRequest(id: $id) { status announcementText announcedAt earliestDelistAt app { status } } }',
      { id },
    )
  ).delistingRequest;
const status = async (id: string) => (await seen(world.company, id)).status;

describe('a market app leaves after five working days of announcement (article 39)', () => {
  it.each([
    ['plain weeks', MONDAY, '2026-11-30', '2026-12-01'],
    ['a holiday week', '2026-09-24T10:00:00+08:00', '2026-10-09', '2026-10-10'],
    ['a make-up Sunday', '2026-09-14T23:59:00+08:00', '2026-09-20', '2026-09-21'],
  ])(
    'with %s in between: not on the fifth, at once after it, by the clock [duty 39.2]',
    async (_, from, fifth, first) => {
      startClockAt(from);
      const { appId, id } = await announced();
      expect(await steps.look(appId)).toMatchObject({ status: 'DELISTING', delistingNotice: TEXT });
      startClockAt(`${fifth}T23:59:50+08:00`);
      await tick();
      expect(await status(id)).toBe('ANNOUNCING');
      expect((await act('complete', world.company, id)).refusal).toMatchObject({
        code: 'ANNOUNCEMENT_TOO_SHORT',
        articles: [39],
        message: `公告不足规定的工作日，最早 ${first} 00:00 可以下架。`,
      });
      startClockAt(`${first}T00:00:00+08:00`);
      await tick();
      expect(await seen(world.company, id)).toMatchObject({
        status: 'COMPLETED',
        app: { status: 'DELISTED' },
      });
    },
  );

  it('may be completed by hand at that same instant', async () => {
    const { appId, id } = await announced();
    startClockAt('2026-12-01T00:00:00+08:00');
    expect((await act('complete', world.company, id)).record?.state).toBe('COMPLETED');
    expect((await steps.look(appId)).status).toBe('DELISTED');
  });

  it('is reviewed for completeness first, and returned with what is lacking', async () => {
    const { id: appId } = await steps.listedMarket(unit);
    const { record } = await request(unit, appId, { announcementText: null });
    const id = record!.id;
    expect((await announce(id)).refusal).toMatchObject({ code: 'REVIEW_NOT_PASSED', articles: [39] });
    const gaps = { input: { missingItems: ['ALTERNATIVE'] }, reason: '请写明替代办法' };
    expect((await act('return', unit, id, gaps)).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await act('return', world.company, id, { ...gaps, input: {} })).refusal?.code).toBe('VALIDATION');
    await world.take(delistingRequest, 'return', world.company, { id, ...gaps });
    const { appId: _, ...again } = wish(appId, { announcementText: null });
    await world.take(delistingRequest, 'amend', unit, { id, input: again });
    await world.take(delistingRequest, 'passReview', world.company, { id });
    expect((await announce(id)).refusal?.details).toMatchObject([{ path: 'announcementText' }]);
    expect((await announce(id, { announcementText: TEXT })).record?.state).toBe('ANNOUNCING');
  });

  it('is announced after the working days that the parameter asks the request to come ahead, and a public app at once', async () => {
    startClockAt('2026-11-02T09:00:00+08:00');
    await world.setParameter('delisting.advance_request_working_days', 3);
    const { id: appId } = await steps.listedMarket(unit);
    const early = await request(unit, appId, { plannedOn: '2026-11-13' });
    expect(early.refusal).toMatchObject({
      code: 'ANNOUNCEMENT_TOO_SHORT',
      details: [
        {
          path: 'plannedOn',
          message:
            '计划下架日期：即使 2026-11-06 就公告，最早也是 2026-11-14（2026-11-13 为公告期的最后一天）',
        },
      ],
    });
    const { id } = (await request(unit, appId, { plannedOn: '2026-11-14' })).record!;
    await world.take(delistingRequest, 'passReview', world.company, { id });
    startClockAt('2026-11-05T23:59:59+08:00');
    expect((await announce(id)).refusal).toMatchObject({
      code: 'TOO_EARLY',
      articles: [39],
      details: [{ message: '提前申请的工作日未满，最早 2026-11-06 00:00 可以公告' }],
    });
    startClockAt('2026-11-06T00:00:00+08:00');
    expect((await announce(id)).record?.state).toBe('ANNOUNCING');
    const { id: publicId } = await steps.listedPublic(department);
    const asked = (await request(department, publicId)).record!;
    expect((await announce(asked.id)).record?.state).toBe('ANNOUNCING');
    await world.setParameter('delisting.advance_request_working_days', 0);
    const { id: prompt } = await reviewed();
    expect((await announce(prompt)).record?.state).toBe('ANNOUNCING');
  });

  it('is never delisted without an announcement', async () => {
    const { id } = await reviewed();
    expect((await act('complete', world.company, id)).refusal).toMatchObject({
      code: 'ANNOUNCEMENT_REQUIRED',
      articles: [23, 39],
    });
  });

  it('counts anew when the announcement is changed or pulled', async () => {
    const { appId, id } = await announced();
    startClockAt('2026-11-25T09:00:00+08:00');
    expect(
      (await act('changeAnnouncement', unit, id, { input: { announcementText: '改' } })).refusal?.code,
    ).toBe('FORBIDDEN_ROLE');
    await world.take(delistingRequest, 'changeAnnouncement', world.company, {
      id,
      input: { announcementText: '停服时间另行通知。' },
    });
    expect(await seen(world.company, id)).toMatchObject({
      announcedAt: expect.stringMatching(/^2026-11-25/),
      earliestDelistAt: '2026-12-02T16:00:00.000Z',
      app: { status: 'DELISTING' },
    });
    expect((await steps.look(appId)).delistingNotice).toBe('停服时间另行通知。');
    await world.take(delistingRequest, 'pullAnnouncement', world.company, { id, reason: '文字有误' });
    expect(await seen(world.company, id)).toMatchObject({
      status: 'REVIEWED',
      earliestDelistAt: null,
      app: { status: 'LISTED' },
    });
    startClockAt('2026-12-03T00:00:00+08:00');
    await tick();
    expect(await status(id)).toBe('REVIEWED');
    await world.take(delistingRequest, 'announce', world.company, { id, input: { announcementText: TEXT } });
    expect((await seen(world.company, id)).earliestDelistAt).toBe('2026-12-10T16:00:00.000Z');
  });

  it('waits for the date that the provider planned, which may not come before the end', async () => {
    const { id: appId } = await steps.listedMarket(unit);
    expect((await request(unit, appId, { plannedOn: '2026-11-30' })).refusal).toMatchObject({
      code: 'ANNOUNCEMENT_TOO_SHORT',
      articles: [39],
      details: [{ path: 'plannedOn' }],
    });
    expect((await request(unit, appId, { plannedOn: '2026-12-01' })).record?.state).toBe('REQUESTED');
    const later = await announced({ plannedOn: '2026-12-15' });
    startClockAt('2026-12-14T23:59:50+08:00');
    await tick();
    expect(await status(later.id)).toBe('ANNOUNCING');
    startClockAt('2026-12-15T00:00:00+08:00');
    await tick();
    expect(await status(later.id)).toBe('COMPLETED');
  });

  it('stays when the provider withdraws, until the last moment', async () => {
    const { appId, id } = await announced();
    expect((await act('withdraw', department, id)).refusal?.code).toBe('FORBIDDEN_ROLE');
    startClockAt('2026-11-30T23:59:50+08:00');
    await world.take(delistingRequest, 'withdraw', unit, { id });
    startClockAt('2026-12-02T00:00:00+08:00');
    await tick();
    expect(await steps.look(appId)).toMatchObject({ status: 'LISTED', delistingNotice: null });
    expect((await act('withdraw', unit, id)).refusal?.code).toBe('ILLEGAL_TRANSITION');
  });

  it('is asked for by its provider alone, once at a time, and only while it is listed', async () => {
    const { id: appId } = await steps.listedMarket(unit);
    const other = await world.unit(['*']);
    expect((await request(other, appId)).refusal?.details).toMatchObject([{ path: 'appId' }]);
    expect((await request(unit, appId)).record?.state).toBe('REQUESTED');
    expect((await request(unit, appId)).refusal?.code).toBe('ALREADY_EXISTS');
  });

  it('is listed again through a review of what was tested', async () => {
    const { appId, id } = await announced();
    startClockAt('2026-12-01T00:00:00+08:00');
    await tick();
    expect(await status(id)).toBe('COMPLETED');
    const { appVersions } = await world.ask(
      unit,
      '{ appVersions(first: 100, filter: { status: [DELISTED] }) { edges { node { id app { id } } } } }',
    );
    const { node } = appVersions.edges.find((edge: any) => edge.node.app.id === appId);
    await world.take(appVersion, 'submitListing', unit, { id: node.id, input: listing() });
    await world.take(appVersion, 'approve', world.company, { id: node.id });
    expect(await steps.look(appId)).toMatchObject({ status: 'LISTED', delistingNotice: null });
  });

  it('is not given a new version while it is being delisted', async () => {
    const { appId } = await announced();
    const { id } = await steps.tested(unit, appId, marketConfiguration(), '2.0.0');
    expect(await world.refusal(appVersion, 'submitListing', unit, { id, input: listing() })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });
});

describe('a public app leaves when its provider says so (article 23)', () => {
  async function requested(more: object = {}) {
    const { id: appId } = await steps.listedPublic(department);
    const { record } = await request(department, appId, more);
    return { appId, id: record!.id };
  }

  it('and the company cannot refuse it or hold it up [duty 23.3]', async () => {
    const { id } = await requested();
    const gaps = { input: { missingItems: ['GROUND'] }, reason: '不同意' };
    for (const [action, more] of [
      ['return', gaps],
      ['passReview', {}],
    ] as const)
      expect((await act(action, world.company, id, more)).refusal).toMatchObject({
        code: 'CANNOT_REFUSE_PUBLIC_DELISTING',
        articles: [23],
      });
    await world.take(delistingRequest, 'askDetails', world.company, { id, reason: '请写明替代办法' });
    expect(await status(id)).toBe('REQUESTED');
    expect((await announce(id)).record?.state).toBe('ANNOUNCING');
  });

  it('in the provider’s own words', async () => {
    const { id: appId } = await steps.listedPublic(department);
    expect((await request(department, appId, { announcementText: null })).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'announcementText' }],
    });
    const id = (await request(department, appId)).record!.id;
    expect((await announce(id, { announcementText: '别的话' })).refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [23],
    });
    expect((await announce(id, { announcementText: TEXT })).record?.state).toBe('ANNOUNCING');
    const other = { id, input: { announcementText: '提供方改写的话。' } };
    expect(await world.refusal(delistingRequest, 'changeAnnouncement', world.company, other)).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(
      (await world.take(delistingRequest, 'changeAnnouncement', department, other)).announcementText,
    ).toBe('提供方改写的话。');
    expect(
      await world.refusal(delistingRequest, 'pullAnnouncement', world.company, { id, reason: '暂缓' }),
    ).toBe('FORBIDDEN_ROLE');
  });

  it('after three days, not before, and with an announcement [duty 23.3]', async () => {
    const { appId, id } = await requested();
    expect((await act('complete', world.company, id)).refusal).toMatchObject({
      code: 'ANNOUNCEMENT_REQUIRED',
    });
    await announce(id);
    startClockAt('2026-11-26T23:59:50+08:00');
    await tick();
    expect((await act('complete', world.company, id)).refusal).toMatchObject({
      code: 'ANNOUNCEMENT_TOO_SHORT',
      articles: [23],
    });
    startClockAt('2026-11-27T00:00:00+08:00');
    await tick();
    expect((await steps.look(appId)).status).toBe('DELISTED');
  });
});

describe('the announcement is for everyone', () => {
  it('and nothing else of a request is', async () => {
    const { id } = await reviewed();
    expect(await seen(ANONYMOUS, id)).toBeNull();
    await announce(id);
    expect(await seen(ANONYMOUS, id)).toMatchObject({
      status: 'ANNOUNCING',
      announcementText: TEXT,
      earliestDelistAt: '2026-11-30T16:00:00.000Z',
    });
    await world.take(delistingRequest, 'withdraw', unit, { id });
    expect(await seen(ANONYMOUS, id)).toBeNull();
  });
});

describe('an app is forced off (articles 26, 28, 41, 45, 72 and 73)', () => {
  const forced = (action: string, by: Viewer, id: string, more: object = {}) =>
    world.attempt(forcedDelisting, action, by, { id, ...more });
  const open = (appId: string, ground = 'VULNERABILITY') =>
    world.attempt(forcedDelisting, 'open', world.company, {
      input: { appId, ground, findings: '登录接口可被绕过' },
    });
  const NOTICE = { input: { noticeText: '因安全问题暂停服务。' } };

  async function executed() {
    const { id: appId } = await steps.listedMarket(unit);
    const { id } = (await open(appId)).record!;
    await world.take(forcedDelisting, 'keepEvidence', world.company, { id, documents: ['EVIDENCE'] });
    await world.take(forcedDelisting, 'execute', world.company, { id, ...NOTICE });
    return { appId, id };
  }

  it('evidence first, then at once, without any announcement', async () => {
    const { appId, id: running } = await announced();
    const { id } = (await open(appId)).record!;
    expect((await forced('execute', world.company, id, NOTICE)).refusal).toMatchObject({
      code: 'EVIDENCE_REQUIRED',
    });
    expect((await forced('keepEvidence', world.company, id)).refusal?.code).toBe('DOCUMENTS_MISSING');
    await world.take(forcedDelisting, 'keepEvidence', world.company, { id, documents: ['EVIDENCE'] });
    expect((await forced('execute', unit, id, NOTICE)).refusal?.code).toBe('FORBIDDEN_ROLE');
    await world.take(forcedDelisting, 'execute', world.company, { id, ...NOTICE });
    expect(await steps.look(appId)).toMatchObject({
      status: 'FORCED_DELISTED',
      delistingNotice: '因安全问题暂停服务。',
    });
    expect(await status(running)).toBe('WITHDRAWN');
    startClockAt('2026-12-01T00:00:00+08:00');
    await tick();
    expect((await steps.look(appId)).status).toBe('FORCED_DELISTED');
  });

  it('by a problem case, whatever was opened on it before, and once however often it is told [duty 28.1] [duty 41.1]', async () => {
    const { id: appId } = await steps.listedMarket(unit);
    const { id: before } = (await open(appId)).record!;
    const event = {
      name: 'orderDelistingProblemCase',
      recordId: before,
      organizationId: unit.organizationId!,
      state: 'CONTAINED',
      values: { appId, findings: '越权', noticeText: '因问题处置暂停服务。' },
    };
    for (const job of ['job-1', 'job-2'])
      for (const handle of handlers(world.runtime)[event.name]!) await handle(event, job);
    expect(await steps.look(appId)).toMatchObject({
      status: 'FORCED_DELISTED',
      delistingNotice: '因问题处置暂停服务。',
    });
    const { forcedDelistings } = await world.ask(
      world.company,
      `{ forcedDelistings(first: 100) { edges { node { app { id } status ground } } } }`,
    );
    expect(
      forcedDelistings.edges.filter(({ node }: any) => node.app.id === appId).map(({ node }: any) => node),
    ).toEqual([
      { app: { id: appId }, status: 'EXECUTED', ground: 'MARKET_OPERATION' },
      { app: { id: appId }, status: 'DISMISSED', ground: 'VULNERABILITY' },
    ]);
  });

  it('because its provider chose so after an incident that the app caused itself [duty 26.2]', async () => {
    const { id: appId } = await steps.listedMarket(unit);
    const event = {
      name: 'chooseDelistingIncidentNotice',
      recordId: appId,
      organizationId: unit.organizationId!,
      state: 'DELISTING',
      values: { appId, text: '程序死锁', noticeText: '暂停服务，请用小程序。' },
    };
    for (const job of ['job-1', 'job-2'])
      for (const handle of handlers(world.runtime)[event.name]!) await handle(event, job);
    expect(await steps.look(appId)).toMatchObject({
      status: 'FORCED_DELISTED',
      delistingNotice: '暂停服务，请用小程序。',
    });
    const { forcedDelistings } = await world.ask(
      world.company,
      `{ forcedDelistings(first: 100) { edges { node { app { id } status findings } } } }`,
    );
    expect(
      forcedDelistings.edges.filter(({ node }: any) => node.app.id === appId).map(({ node }: any) => node),
    ).toEqual([{ app: { id: appId }, status: 'EXECUTED', findings: '程序死锁' }]);
  });

  it('comes back with its version after what was wrong is verified, and not before', async () => {
    const { appId, id } = await executed();
    expect((await forced('relist', world.company, id)).refusal).toMatchObject({
      code: 'SAFETY_REVIEW_REQUIRED',
    });
    const next = await steps.tested(unit, appId, marketConfiguration(), '1.0.1');
    expect(await world.refusal(appVersion, 'submitListing', unit, { id: next.id, input: listing() })).toBe(
      'SAFETY_REVIEW_REQUIRED',
    );
    const mended = { input: { rectification: '已修复并复测' } };
    expect((await forced('rectify', world.company, id, mended)).refusal?.code).toBe('FORBIDDEN_ROLE');
    await world.take(forcedDelisting, 'rectify', unit, { id, ...mended });
    expect((await forced('relist', world.company, id)).refusal?.code).toBe('SAFETY_REVIEW_REQUIRED');
    await world.take(forcedDelisting, 'rejectRectification', world.management, { id, reason: '仍可绕过' });
    await world.take(forcedDelisting, 'rectify', unit, { id, ...mended });
    await world.take(forcedDelisting, 'verify', world.company, { id });
    await world.take(forcedDelisting, 'relist', world.company, { id });
    expect(await steps.look(appId)).toMatchObject({
      status: 'LISTED',
      versionText: '1.0.0',
      delistingNotice: null,
    });
  });

  it('or ends for good, and its versions with it', async () => {
    const { appId, id } = await executed();
    const next = await steps.drafted(unit, appId, '1.0.1');
    await world.take(forcedDelisting, 'retire', world.company, { id, reason: '拒不整改' });
    expect((await steps.look(appId)).status).toBe('RETIRED');
    expect(await steps.versionStatus(next.id)).toBe('ABANDONED');
  });

  it('only while it is listed, on a ground of its regime, and one case at a time', async () => {
    const { id: appId } = await steps.listedMarket(unit);
    expect((await open(appId, 'PUBLIC_OPERATION')).refusal?.details).toMatchObject([{ path: 'ground' }]);
    expect((await open(appId, 'MARKET_OPERATION')).record?.state).toBe('OPENED');
    expect((await open(appId)).refusal?.code).toBe('ALREADY_EXISTS');
    const { appId: gone } = await executed();
    expect((await open(gone)).refusal?.details).toMatchObject([{ path: 'appId' }]);
  });
});
