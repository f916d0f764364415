import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '../events.ts';
import { incident } from '../incident/actions.ts';
import type { IncidentRow } from '../tables-incidents.ts';
import { openWorld, type World } from '../testing/world.ts';
import { monitorTarget } from './actions.ts';
import { addressGuard } from './address-guard.ts';
import { forgetOldSamples, msToNextCheck, runDueChecks } from './checks.ts';

const OPTIONS = { guard: addressGuard(['127.0.0.1']) };

let world: World;
let server: Server;
let address: string;
let status = 200;
let asked = 0;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  server = createServer((_, response) => {
    asked++;
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world.runtime.close();
});

const at = (time: string) => startClockAt(`2026-11-23T${time}+08:00`);

const watch = (more: Record<string, unknown> = {}) =>
  world.take(monitorTarget, 'register', world.company, {
    input: {
      name: '统一服务平台首页',
      probe: 'HTTP',
      address,
      intervalSeconds: 60,
      timeoutSeconds: 2,
      warnDays: 0,
      outageScope: 'WHOLE_PLATFORM',
      ...more,
    },
  });

const incidentsOf = async ({ id }: Row) =>
  (
    await sql<IncidentRow>`select * from operations.incident where monitor_target_id = ${id} order by id`.execute(
      world.runtime.db,
    )
  ).rows;

const retire = ({ id }: Row) =>
  world.take(monitorTarget, 'retire', world.company, { id, reason: '不再使用' });

describe('what is monitored is checked by its interval (article 60)', () => {
  it('[duty 60.1] three failures in a row raise one incident from the first, a recovery ends its outage', async () => {
    at('09:00:00');
    const target = await watch();
    status = 200;
    await runDueChecks(world.runtime, OPTIONS);
    status = 500;
    for (const time of ['09:01:01', '09:02:02']) {
      at(time);
      await runDueChecks(world.runtime, OPTIONS);
    }
    expect(await incidentsOf(target)).toEqual([]);
    at('09:03:03');
    await runDueChecks(world.runtime, OPTIONS);
    const [raised, ...more] = await incidentsOf(target);
    expect(more).toEqual([]);
    expect(raised).toMatchObject({
      state: 'DETECTED',
      source: 'MONITOR',
      outageScope: 'WHOLE_PLATFORM',
      level: 'LEVEL_4',
    });
    expect(raised!.startedAt.toISOString()).toMatch(/^2026-11-23T01:01:01/);
    expect(raised!.description).toContain('HTTP 500');
    at('09:04:04');
    await runDueChecks(world.runtime, OPTIONS);
    expect(await incidentsOf(target)).toHaveLength(1);
    status = 200;
    at('09:05:05');
    await runDueChecks(world.runtime, OPTIONS);
    const [ended] = await incidentsOf(target);
    expect(ended!.outageEndedAt!.toISOString()).toMatch(/^2026-11-23T01:05:05/);
    expect(ended!.state).toBe('DETECTED');

    // While nobody has closed it, the next outage of the same thing is the same incident's.
    status = 500;
    for (const time of ['09:10:00', '09:11:01', '09:12:02']) {
      at(time);
      await runDueChecks(world.runtime, OPTIONS);
    }
    const again = await incidentsOf(target);
    expect(again).toHaveLength(1);
    expect(again[0]!.outageEndedAt).toBeNull();
    expect(again[0]!.outageStartedAt.toISOString()).toMatch(/^2026-11-23T01:10:00/);
    await world.take(incident, 'dismiss', world.company, { id: raised!.id, reason: '测试' });
    await retire(target);
  });

  it('checks each once however many workers there are, and not before the interval has passed', async () => {
    at('10:00:00');
    status = 200;
    const targets = await Promise.all(
      Array.from({ length: 30 }, (_, index) => watch({ name: `目标 ${index}` })),
    );
    asked = 0;
    const made = await Promise.all([1, 2, 3].map(() => runDueChecks(world.runtime, OPTIONS)));
    expect([asked, made.reduce((sum, count) => sum + count)]).toEqual([30, 30]);
    at('10:00:58');
    expect(await runDueChecks(world.runtime, OPTIONS)).toBe(0);
    expect(await msToNextCheck(world.runtime)).toBeLessThan(4000);
    for (const target of targets) await retire(target);
    at('10:05:00');
    expect(await runDueChecks(world.runtime, OPTIONS)).toBe(0);
  });

  it('pauses and goes on', async () => {
    at('11:00:00');
    const target = await watch();
    await runDueChecks(world.runtime, OPTIONS);
    await world.take(monitorTarget, 'pause', world.company, { id: target.id, reason: '计划维护' });
    at('11:10:00');
    expect(await runDueChecks(world.runtime, OPTIONS)).toBe(0);
    await world.take(monitorTarget, 'resume', world.company, { id: target.id });
    expect(await runDueChecks(world.runtime, OPTIONS)).toBe(1);
    await retire(target);
  });

  it('[duty 60.1] patrols by people count the same', async () => {
    at('12:00:00');
    const target = await watch({ probe: 'MANUAL', address: null, outageScope: 'SINGLE_APP' });
    const patrol = (outcome: string) =>
      world.take(monitorTarget, 'recordPatrol', world.company, {
        id: target.id,
        input: { outcome, note: '看过' },
      });
    await patrol('ABNORMAL');
    await patrol('ABNORMAL');
    expect(await incidentsOf(target)).toEqual([]);
    at('12:30:00');
    await patrol('ABNORMAL');
    const [raised] = await incidentsOf(target);
    expect(raised!.startedAt.toISOString()).toMatch(/^2026-11-23T04:00:0/);
    await patrol('NORMAL');
    expect((await incidentsOf(target))[0]!.outageEndedAt).not.toBeNull();
    const checked = await watch();
    const outcome = { id: checked.id, input: { outcome: 'NORMAL', note: '看过' } };
    expect(await world.refusal(monitorTarget, 'recordPatrol', world.company, outcome)).toBe(
      'ILLEGAL_TRANSITION',
    );
    await retire(checked);
  });

  it('forgets samples after the days that they are kept, and no earlier', async () => {
    const samples = async () =>
      Number(
        (
          await sql<{ count: string }>`select count(*) from operations.monitor_sample`.execute(
            world.runtime.db,
          )
        ).rows[0]!.count,
      );
    const before = await samples();
    startClockAt('2027-02-20T00:00:00+08:00');
    await forgetOldSamples(world.runtime);
    expect(await samples()).toBe(before);
    startClockAt('2027-02-22T00:00:00+08:00');
    await forgetOldSamples(world.runtime);
    expect(await samples()).toBe(0);
  });
});

describe('an app on offer is always watched (article 60)', () => {
  it('[duty 60.1] gets a target with its listing, which cannot be removed before there is another', async () => {
    startClockAt('2027-03-01T09:00:00+08:00');
    const { db } = world.runtime;
    const [appId, providerId] = [newId(), newId()];
    await sql`insert into runtime.item (noun, record_id, organization_id, number, title, state, since, updated_at)
      values ('App', ${appId}, ${providerId}, 'YY-2027-000001', '桂林导览', 'LISTED', now(), now())`.execute(
      db,
    );
    const event = { name: 'listApp', recordId: appId, organizationId: providerId, state: 'LISTED' };
    const [listed] = handlers(world.runtime).listApp!;
    await listed!(event, newId());
    await listed!(event, newId());
    const targets = await sql<
      Row & { name: string }
    >`select * from operations.monitor_target where app_id = ${appId}`.execute(db);
    expect(targets.rows.map(({ name }) => name)).toEqual(['桂林导览 巡检']);
    const target = targets.rows[0]!;
    const removal = { id: target.id, reason: '换一种方式' };
    const refused = await world.attempt(monitorTarget, 'retire', world.company, removal);
    expect(refused.refusal).toMatchObject({ code: 'MONITOR_REQUIRED', articles: [60] });
    const other = await watch({ appId });
    expect((await world.take(monitorTarget, 'retire', world.company, removal)).state).toBe('RETIRED');
    expect(await world.refusal(monitorTarget, 'retire', world.company, { ...removal, id: other.id })).toBe(
      'MONITOR_REQUIRED',
    );
    await sql`update runtime.item set state = 'DELISTED' where record_id = ${appId}`.execute(db);
    expect(
      (await world.take(monitorTarget, 'retire', world.company, { ...removal, id: other.id })).state,
    ).toBe('RETIRED');
  });
});
