import { calendarFeed } from '@zgt/operations/calendar-feed/actions.ts';
import { openDueFilings } from '@zgt/operations/duties.ts';
import { filing } from '@zgt/operations/filing/actions.ts';
import { incident } from '@zgt/operations/incident/actions.ts';
import { rectification } from '@zgt/operations/rectification/actions.ts';
import { safetyAgreement } from '@zgt/operations/safety-agreement/actions.ts';
import { openWorld, type World } from '@zgt/operations/testing/world.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
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
const get = async (path: string, asked: Record<string, string> = {}) => {
  const { statusCode, headers, body } = await front.inject({ url: path, headers: asked });
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
      'private, no-cache',
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

  it('is sent anew when something has changed and not before, with the same event for the same duty', async () => {
    const { path } = await subscribe(world.company);
    const first = await get(path);
    const tag = first.headers.etag as string;
    startClockAt('2026-10-21T00:10:00+08:00');
    expect((await get(path)).body).toBe(first.body);
    const known = await get(path, { 'if-none-match': `W/${tag}` });
    expect([known.status, known.body, known.headers.etag]).toEqual([304, '', tag]);
    const { rows } = await sql<{ id: string }>`select id from operations.filing
      where kind = 'OPERATION_REPORT' and state = 'DUE'`.execute(world.runtime.db);
    await world.take(filing, 'submit', world.company, { id: rows[0]!.id, input: { summary: '正常' } });
    const changed = await get(path, { 'if-none-match': tag });
    expect([changed.status, changed.headers.etag === tag]).toEqual([200, false]);
    const uids = (body: string) => eventsOf(body).map(({ UID }) => UID);
    expect(uids(changed.body)).toEqual(uids(first.body));
    // What a program sorts versions of an event by moves with the change alone (RFC 5545, 3.8.7.2).
    const stamps = (body: string) => eventsOf(body).map(({ DTSTAMP }) => DTSTAMP);
    const [before, after] = [stamps(first.body), stamps(changed.body)];
    expect(after.filter((stamp, index) => stamp !== before[index])).toEqual(['20261020T161000Z']);
  });

  it('says what the system does by itself as long as it lies ahead, and never that it was late', async () => {
    startClockAt('2026-10-21T09:00:00+08:00');
    await world.runtime.member('OWNER_UNIT', ['HEAD']);
    const { id } = await world.take(safetyAgreement, 'sign', world.management, {
      input: {
        counterparty: 'OWNER_UNIT',
        signedOn: '2026-10-20',
        validUntil: '2026-12-31',
        requirementReference: '桂网信〔2026〕1号',
        clauses: ['日志留存：每季抽查'],
      },
      documents: ['OTHER'],
    });
    const { path } = await subscribe(world.management);
    const expiry = async () =>
      eventsOf((await get(path)).body).filter(({ SUMMARY }) => SUMMARY!.includes('安全管理协议到期'));
    expect(await expiry()).toMatchObject([
      { SUMMARY: expect.stringMatching(/^［自动］/), 'DTSTART;VALUE=DATE': '20261231' },
    ]);
    const asked = '{ dutyCalendar(from: "2026-12-31", to: "2026-12-31") { title automatic overdue } }';
    const duties = async () =>
      (await world.ask(world.management, asked)).dutyCalendar.filter(({ title }: any) =>
        title.includes('协议到期'),
      );
    expect(await duties()).toEqual([{ title: '安全管理协议到期', automatic: true, overdue: false }]);
    startClockAt('2027-01-01T00:00:00+08:00');
    await fireDeadlines(
      world.runtime.db,
      new Map([['SafetyAgreement', { noun: safetyAgreement, runtime: world.runtime }]]),
    );
    const { safetyAgreement: over } = await world.ask(
      world.management,
      'query ($id: ID!) { safetyAgreement(id: $id) { status deadlines { name overdue } } }',
      { id },
    );
    expect(over.status).toBe('EXPIRED');
    expect(over.deadlines).toContainEqual({ name: 'expiry', overdue: false });
    expect([await expiry(), await duties()]).toEqual([[], []]);
  });

  it('puts what is due by the hour at its hour, and any text into its lines', async () => {
    startClockAt('2026-10-21T10:00:00+08:00');
    const title = '网关中断；甲, 乙; C:\\日志 — 统一服务平台的首页和登录都不能使用，已经转到备用机房处理';
    const { id } = await world.take(incident, 'detect', world.company, {
      input: {
        title,
        description: '一\n二',
        category: 'FAULT',
        outageScope: 'NONE',
        damagedData: 'NONE',
        dataEffect: 'UNASSESSED',
        threat: 'SERIOUS',
      },
    });
    await world.take(incident, 'report', world.company, { id });
    await world.take(incident, 'accept', world.company, { id });
    const { body } = await get((await subscribe(world.company)).path);
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const event = eventsOf(body).find(({ SUMMARY }) => SUMMARY!.startsWith('报告处置进展'))!;
    expect(event.DTSTART).toMatch(/^20261021T0300\d\dZ$/);
    expect(event.SUMMARY!.replaceAll(/\\([\\;,])/g, '$1')).toBe(`报告处置进展：${title}`);
    expect(event.SUMMARY).toContain('甲\\, 乙\\; C:\\\\日志');
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
