import { calendarFeed } from '@zgt/operations/calendar-feed/actions.ts';
import { openDueFilings } from '@zgt/operations/duties.ts';
import { filing } from '@zgt/operations/filing/actions.ts';
import { rectification } from '@zgt/operations/rectification/actions.ts';
import { openWorld, type World } from '@zgt/operations/testing/world.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarRoutes } from './calendar.ts';

let world: World;
let front: FastifyInstance;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
  front = Fastify();
  await front.register(calendarRoutes({ runtime: world.runtime }));
  for (const { accountId, organizationId } of [world.company, world.management])
    await belong(accountId!, organizationId!);
  startClockAt('2026-10-09T09:00:00+08:00');
  await openDueFilings(world.runtime, now());
}, 60_000);
afterAll(async () => {
  await front?.close();
  await world?.runtime.close();
});

const belong = (accountId: string, organizationId: string) =>
  sql`insert into runtime.membership (account_id, organization_id, roles, created_at)
    values (${accountId}, ${organizationId}::uuid, '{HEAD}', ${now()})`.execute(world.runtime.db);
const leave = (accountId: string) =>
  sql`delete from runtime.membership where account_id = ${accountId}`.execute(world.runtime.db);

const subscribe = async (viewer: Viewer) => {
  const outcome = await world.attempt(calendarFeed, 'subscribe', viewer, { input: { device: '手机' } });
  if (outcome.refusal) throw new Error(outcome.refusal.code);
  return { id: outcome.record.id, path: new URL(outcome.secret!).pathname };
};
const get = async (path: string) => {
  const { statusCode, headers, body } = await front.inject({ url: path });
  return { status: statusCode, headers, body };
};
/** Events as maps of their lines, unfolded. */
const eventsOf = (calendar: string) =>
  calendar
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );

describe('the duty calendar in one’s own calendar program (articles 47, 50, 53 and 62)', () => {
  it('tells what the organisation owes, each on its last day, and what is done or late', async () => {
    const { path } = await subscribe(world.company);
    const { status, headers, body } = await get(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    expect(body.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(body.trimEnd().endsWith('END:VCALENDAR')).toBe(true);
    // Lines are at most 75 octets long (RFC 5545, 3.1).
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const events = eventsOf(body);
    expect(events).toHaveLength(6);
    // Ten working days after the third quarter, past the holiday: 20 October; five for incidents of level 4.
    expect(new Set(events.map((event) => event['DTSTART;VALUE=DATE']))).toEqual(
      new Set(['20261013', '20261020']),
    );
    expect(new Set(events.map((event) => event['DTEND;VALUE=DATE']))).toEqual(
      new Set(['20261014', '20261021']),
    );
    expect(events.map(({ SUMMARY }) => SUMMARY).toSorted()[0]).toMatch(/^按期报备：/);
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(6);

    const { rows } = await sql<{
      id: string;
    }>`select id from operations.filing where kind = 'BRAND_USAGE'`.execute(world.runtime.db);
    await world.take(filing, 'submit', world.company, { id: rows[0]!.id, input: { summary: '正常' } });
    startClockAt('2026-10-21T00:00:00+08:00');
    const marks = eventsOf((await get(path)).body).map(({ SUMMARY }) => SUMMARY!.slice(0, 4));
    expect(marks.toSorted()).toEqual(['［已办］', ...Array(5).fill('［逾期］')]);
  });

  it('tells the management unit what all owe, and a unit only its own', async () => {
    const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    await belong(unit.accountId!, unit.organizationId!);
    const feed = await subscribe(unit);
    expect(eventsOf((await get(feed.path)).body)).toEqual([]);
    await world.take(rectification, 'issue', world.management, {
      input: {
        kind: 'SECURITY',
        cause: 'HAZARD',
        subject: 'PROJECT_COMPANY',
        findings: '隐患',
        demands: '改正',
        dueOn: '2026-11-30',
      },
    });
    expect(eventsOf((await get(feed.path)).body)).toEqual([]);
    const all = eventsOf((await get((await subscribe(world.management)).path)).body);
    expect(all.map(({ SUMMARY }) => SUMMARY)).toContain('完成整改：安全整改：隐患');
  });

  it('is gone at once when it is revoked, by its maker or the head, or when its maker has left', async () => {
    const { id, path } = await subscribe(world.company);
    expect((await get(path)).status).toBe(200);
    const colleague = await world.runtime.member(
      'PROJECT_COMPANY',
      ['OPERATOR'],
      world.company.organizationId!,
    );
    expect(await world.refusal(calendarFeed, 'revoke', colleague, { id })).toBe('FORBIDDEN_ROLE');
    await world.take(calendarFeed, 'revoke', world.company, { id });
    expect((await get(path)).status).toBe(404);

    await belong(colleague.accountId!, colleague.organizationId!);
    const own = await subscribe(colleague);
    expect((await get(own.path)).status).toBe(200);
    await leave(colleague.accountId!);
    expect((await get(own.path)).status).toBe(404);
  });

  it('is for people: a program makes none, and a made-up address is told from none', async () => {
    const program: Viewer = { ...world.company, accountId: null, via: 'MACHINE' };
    expect(await world.refusal(calendarFeed, 'subscribe', program, { input: { device: '程序' } })).toBe(
      'FORBIDDEN_ROLE',
    );
    for (const path of ['/calendar/duties.ics', `/calendar/${'a'.repeat(43)}.ics`, '/calendar/x'])
      expect((await get(path)).status).toBe(404);
    const { body } = await get(`/calendar/${'a'.repeat(43)}.ics`);
    expect(body).toContain('重新建立订阅');
  });
});
