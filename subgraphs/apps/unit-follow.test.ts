import { startClockAt } from '@zgt/runtime/clock.ts';
import { appStanding, readStandings } from '@zgt/runtime/organizations.ts';
import { ANONYMOUS, SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from './app/actions.ts';
import { delistingRequest } from './delisting-request/actions.ts';
import { forcedDelisting } from './forced-delisting/actions.ts';
import { serviceItem } from './service-item/actions.ts';
import { appSteps, marketApp, marketConfiguration } from './testing/apps.ts';
import { openWorld, type World } from './testing/world.ts';

let world: World;
let steps: ReturnType<typeof appSteps>;
beforeAll(async () => {
  world = await openWorld();
  steps = appSteps(world);
}, 60_000);
afterAll(() => world.runtime.close());

const status = async (id: string): Promise<string> => (await steps.look(id)).status;
const inPublic = async (id: string) =>
  (await world.ask(ANONYMOUS, 'query ($id: ID!) { app(id: $id) { status delistingNotice } }', { id })).app;
const suspended = async (unit: Viewer) => {
  await world.setUnitState(unit, 'SUSPENDED');
  await world.tell('suspendEcosystemUnit', unit);
};
const reinstated = async (unit: Viewer) => {
  await world.setUnitState(unit, 'ACTIVE');
  await world.tell('resumeEcosystemUnit', unit);
};
const wish = (appId: string) => ({
  input: { appId, ground: '业务调整', userImpact: '约二百人使用', alternative: '到窗口办理' },
});
const announcementOf = async (appId: string) =>
  (
    await sql<{ id: string; state: string; ground: string; dueAt: Date | null }>`
      select request.id, request.state, ground, due_at from apps.delisting_request as request
      left join runtime.deadline on record_id = request.id and name = 'announcement' and ended_at is null
      where app_id = ${appId} order by request.id`.execute(world.runtime.db)
  ).rows;

describe('a unit that is suspended (articles 7 and 38)', () => {
  it('is out of the catalogue with its apps, is told so, and is back with them [duty 38.1]', async () => {
    const [unit, other] = [await world.unit(['*']), await world.unit(['*'])];
    const [{ id }, { id: untouched }] = [await steps.listedMarket(unit), await steps.listedMarket(other)];
    await suspended(unit);
    await world.tell('suspendEcosystemUnit', unit);
    expect(await inPublic(id)).toBeNull();
    expect([await status(id), await status(untouched)]).toEqual(['SUSPENDED', 'LISTED']);
    const told = await sql<{ action: string }>`select distinct action from runtime.notification
      where record_id = ${id} and organization_id = ${unit.organizationId} order by action`.execute(
      world.runtime.db,
    );
    expect(told.rows).toEqual([{ action: 'suspend' }]);
    const standing = await readStandings(world.runtime.db, appStanding(id), [unit.organizationId!]);
    expect(standing.get(unit.organizationId!)?.state).toBe('SUSPENDED');
    await reinstated(unit);
    expect((await inPublic(id)).status).toBe('LISTED');
  });

  it('does not come back to the catalogue while it still may not provide', async () => {
    const unit = await world.unit(['*']);
    const { id } = await steps.listedMarket(unit);
    await suspended(unit);
    await world.tell('resumeEcosystemUnit', unit);
    expect(await world.refusal(app, 'reinstate', SYSTEM, { id })).toBe('UNIT_NOT_APPROVED');
    expect(await status(id)).toBe('SUSPENDED');
  });

  it('is not suspended by an event that came after the unit was back', async () => {
    const unit = await world.unit(['*']);
    const { id } = await steps.listedMarket(unit);
    await world.tell('suspendEcosystemUnit', unit);
    expect(await status(id)).toBe('LISTED');
  });

  it('goes on announcing an end that was announced before, and comes back to it', async () => {
    const unit = await world.unit(['*']);
    const { id } = await steps.listedMarket(unit);
    const { id: request } = await world.take(delistingRequest, 'request', unit, wish(id));
    await world.take(delistingRequest, 'passReview', world.company, { id: request });
    await world.take(delistingRequest, 'announce', world.company, {
      id: request,
      input: { announcementText: '本应用即将下架' },
    });
    await suspended(unit);
    expect(await status(id)).toBe('SUSPENDED');
    expect(await world.refusal(delistingRequest, 'withdraw', unit, { id: request })).toBe(
      'UNIT_NOT_APPROVED',
    );
    await reinstated(unit);
    expect(await inPublic(id)).toEqual({ status: 'DELISTING', delistingNotice: '本应用即将下架' });
    await world.take(delistingRequest, 'withdraw', unit, { id: request });
    expect(await status(id)).toBe('LISTED');
  });

  it('may have its app forced off, and back only when it may provide again', async () => {
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.listedMarket(unit);
    await suspended(unit);
    const { id } = await world.take(forcedDelisting, 'open', world.company, {
      input: { appId, ground: 'MARKET_OPERATION', findings: '违规收集位置' },
    });
    await world.take(forcedDelisting, 'keepEvidence', world.company, { id, documents: ['EVIDENCE'] });
    await world.take(forcedDelisting, 'execute', world.company, { id, input: { noticeText: '已下架' } });
    await world.take(forcedDelisting, 'rectify', unit, { id, input: { rectification: '已删除' } });
    await world.take(forcedDelisting, 'verify', world.company, { id });
    expect(await world.refusal(forcedDelisting, 'relist', world.company, { id })).toBe('UNIT_NOT_APPROVED');
    await reinstated(unit);
    await world.take(forcedDelisting, 'relist', world.company, { id });
    expect(await status(appId)).toBe('LISTED');
  });
});

describe('a unit that leaves, or whose agreement ends (articles 38, 39 and 42)', () => {
  it.each([
    ['terminateEcosystemUnit', 'TERMINATED'],
    ['startExitEcosystemUnit', 'EXITING'],
  ])(
    '%s announces its apps for five working days and then takes them off [duty 38.1] [duty 39.2]',
    async (event, state) => {
      startClockAt('2026-11-23T09:00:00+08:00');
      const unit = await world.unit(['*']);
      const { id } = await steps.listedMarket(unit);
      await world.setUnitState(unit, state);
      await world.tell(event, unit);
      await world.tell(event, unit);
      expect((await inPublic(id)).status).toBe('DELISTING');
      const [announcement, ...more] = await announcementOf(id);
      expect(more).toEqual([]);
      expect(announcement).toMatchObject({ state: 'ANNOUNCING', dueAt: new Date('2026-11-30T16:00:00Z') });
      expect(
        await world.refusal(delistingRequest, 'pullAnnouncement', world.company, {
          id: announcement!.id,
          reason: '误发',
        }),
      ).toBe('UNIT_NOT_APPROVED');
      const complete = { id: announcement!.id };
      startClockAt('2026-11-30T23:59:59+08:00');
      expect(await world.refusal(delistingRequest, 'complete', SYSTEM, complete)).toBe(
        'ANNOUNCEMENT_TOO_SHORT',
      );
      startClockAt('2026-12-01T00:00:00+08:00');
      await world.take(delistingRequest, 'complete', SYSTEM, complete);
      expect((await inPublic(id)).status).toBe('DELISTED');
      startClockAt('2026-11-23T09:00:00+08:00');
    },
  );

  it('takes over a request of the provider that was not announced yet', async () => {
    const unit = await world.unit(['*']);
    const { id } = await steps.listedMarket(unit);
    await world.take(delistingRequest, 'request', unit, wish(id));
    await world.setUnitState(unit, 'TERMINATED');
    await world.tell('terminateEcosystemUnit', unit);
    expect((await announcementOf(id)).map(({ state, ground }) => [state, ground])).toEqual([
      ['WITHDRAWN', '业务调整'],
      ['ANNOUNCING', '单位资格已终止。'],
    ]);
  });

  it('announces the app of a suspended unit too, which stays out of the catalogue', async () => {
    const unit = await world.unit(['*']);
    const { id } = await steps.listedMarket(unit);
    await suspended(unit);
    await world.setUnitState(unit, 'TERMINATED');
    await world.tell('terminateEcosystemUnit', unit);
    const [announcement] = await announcementOf(id);
    expect([announcement!.state, await status(id)]).toEqual(['ANNOUNCING', 'SUSPENDED']);
    startClockAt('2026-12-01T00:00:00+08:00');
    await world.take(delistingRequest, 'complete', SYSTEM, { id: announcement!.id });
    expect(await status(id)).toBe('DELISTED');
    startClockAt('2026-11-23T09:00:00+08:00');
  });

  it('announces when the agreement is over, and not while another is in force [duty 38.1]', async () => {
    const [over, renewed] = [await world.unit(['*']), await world.unit(['*'])];
    const [{ id }, { id: kept }] = [await steps.listedMarket(over), await steps.listedMarket(renewed)];
    await world.setAgreement(over, { validUntil: '2026-11-22', state: 'EXPIRED' });
    for (const unit of [over, renewed]) await world.tell('expireAuthorizationAgreement', unit);
    expect([await status(id), await status(kept)]).toEqual(['DELISTING', 'LISTED']);
  });

  it('ends the versions that somebody still works on', async () => {
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.registered(unit, marketApp());
    const { id } = await steps.inReview(unit, appId, marketConfiguration());
    await world.setUnitState(unit, 'TERMINATED');
    await world.tell('terminateEcosystemUnit', unit);
    expect(await steps.versionStatus(id)).toBe('ABANDONED');
  });
});

describe('service items follow their app (article 16)', () => {
  it('lose it with the catalogue and have it again when it is back [duty 16.1]', async () => {
    const department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
    const unit = await world.unit(['*']);
    const { id: appId } = await steps.listedPublic(unit);
    const particulars = { verticalSystem: 'HEALTH', regionCode: '450000' };
    const item = async (name: string) =>
      (await world.take(serviceItem, 'register', department, { input: { name, ...particulars } })).id;
    const [connected, other] = [await item('接种预约'), await item('体检预约')];
    await world.take(serviceItem, 'connect', department, { id: connected, input: { appId } });
    await world.take(serviceItem, 'startConnecting', department, { id: other });
    const states = async () =>
      (
        await sql<{ state: string }>`select state from apps.service_item
          where organization_id = ${department.organizationId} order by id`.execute(world.runtime.db)
      ).rows.map(({ state }) => state);
    expect(await states()).toEqual(['CONNECTED', 'CONNECTING']);
    await suspended(unit);
    expect(await states()).toEqual(['CONNECTING', 'CONNECTING']);
    await reinstated(unit);
    expect(await states()).toEqual(['CONNECTED', 'CONNECTING']);
  });
});
