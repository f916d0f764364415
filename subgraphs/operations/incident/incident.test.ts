import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncidentRow } from '../tables-incidents.ts';
import { openWorld, type World } from '../testing/world.ts';
import { incident } from './actions.ts';

const QUIET = {
  title: '统一服务平台无法访问',
  description: '用户打不开首页。',
  category: 'FAULT',
  outageScope: 'NONE',
  damagedData: 'NONE',
  dataEffect: 'UNASSESSED',
  threat: 'NONE',
};

let world: World;
let supervisor: Viewer;
let office: Viewer;
beforeAll(async () => {
  // Time stands still between the instants that a test sets.
  vi.useFakeTimers({ toFake: ['Date'] });
  world = await openWorld('2026-11-23T09:00:00+08:00');
  const { organizationId } = world.management;
  supervisor = await world.runtime.member('MANAGEMENT_UNIT', ['HEAD'], organizationId!);
  office = await world.runtime.member('MANAGEMENT_UNIT', ['BUSINESS_OFFICE'], organizationId!);
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await world.runtime.close();
});
beforeEach(() => sql`delete from runtime.notification`.execute(world.runtime.db));

const at = (time: string) => startClockAt(`2026-11-23T${time}+08:00`);
const utc = (time: string) => new Date(`2026-11-23T${time}+08:00`);

/** Fires what is due now, as a worker does; more than one may. */
const fire = (workers = 1) => {
  const registry = new Map([['Incident', { noun: incident, runtime: world.runtime }]]);
  return Promise.all(Array.from({ length: workers }, () => fireDeadlines(world.runtime.db, registry)));
};

const detect = (facts: Record<string, unknown> = {}) =>
  world.take(incident, 'detect', world.company, { input: { ...QUIET, ...facts } }) as Promise<IncidentRow>;

const take = (action: string, { id }: Row, input: Record<string, unknown> = {}, more = {}) =>
  world.take(incident, action, world.company, { id, input, ...more }) as Promise<IncidentRow>;

/** An accepted incident of a level that a threat gives, handled from now on. */
async function accepted(facts: Record<string, unknown> = {}): Promise<IncidentRow> {
  const detected = await detect(facts);
  await take('report', detected);
  return take('accept', detected);
}

const THREATS = ['ESPECIALLY_SERIOUS', 'SERIOUS', 'FAIRLY_LARGE', 'SOME'];
const ofLevel = (level: 1 | 2 | 3 | 4, facts = {}) => accepted({ threat: THREATS[level - 1], ...facts });

const read = async ({ id }: Row) =>
  (await sql<IncidentRow>`select * from operations.incident where id = ${id}`.execute(world.runtime.db))
    .rows[0]!;

const entries = async ({ id }: Row) =>
  (
    await sql<{ kind: string; level: string; text: string }>`
      select kind, level, text from operations.incident_entry where incident_id = ${id} order by id`.execute(
      world.runtime.db,
    )
  ).rows;

/** What the inboxes of a party have about incidents, as `action to roles`. */
const told = async (party: string) =>
  (
    await sql<{ action: string; roles: string[] | null }>`
      select action, roles from runtime.notification join runtime.organization on organization.id = organization_id
      where party = ${party} and noun = 'Incident' order by action`.execute(world.runtime.db)
  ).rows.map(({ action, roles }) => `${action}${roles ? ` to ${roles}` : ''}`);

describe('the level follows the facts while the outage runs (article 61)', () => {
  it('[duty 61.2] goes from level 4 over 3 and 2 to 1 at the very instants, with an entry each time', async () => {
    at('10:00:00');
    const outage = await accepted({ outageScope: 'WHOLE_PLATFORM' });
    expect(outage).toMatchObject({ level: 'LEVEL_4', nextCrossingAt: utc('10:05:00') });
    const steps: [string, string, string | null][] = [
      ['10:04:59', 'LEVEL_4', '10:05:00'],
      ['10:05:00', 'LEVEL_3', '10:10:00.001'],
      ['10:10:00', 'LEVEL_3', '10:10:00.001'],
      ['10:10:01', 'LEVEL_2', '10:30:00.001'],
      ['10:29:59', 'LEVEL_2', '10:30:00.001'],
      ['10:30:01', 'LEVEL_1', null],
    ];
    for (const [time, level, next] of steps) {
      at(time);
      await fire();
      expect([time, await read(outage)]).toMatchObject([time, { level, nextCrossingAt: next && utc(next) }]);
    }
    const kinds = (await entries(outage)).map(({ kind, level }) => `${kind} ${level}`);
    expect(kinds).toEqual([
      'DETECTED LEVEL_4',
      'STAGE LEVEL_4',
      'LEVEL_SET LEVEL_4',
      'ESCALATED LEVEL_3',
      'ESCALATED LEVEL_2',
      'ESCALATED LEVEL_1',
    ]);
  });

  it('[duty 61.2] catches up in one step after a stop, and does so once with several workers', async () => {
    at('11:00:00');
    const outage = await accepted({ outageScope: 'WHOLE_PLATFORM' });
    at('11:45:00');
    await fire(4);
    expect(await read(outage)).toMatchObject({ level: 'LEVEL_1', nextCrossingAt: null, version: 4 });
    expect((await entries(outage)).filter(({ kind }) => kind === 'ESCALATED')).toHaveLength(1);
    expect((await world.logged('recalculate')).REFUSED).toBeUndefined();
  });

  it('[duty 61.2] is held up by no other deadline, even one that cannot be fired', async () => {
    at('11:50:00');
    const outage = await accepted({ outageScope: 'WHOLE_PLATFORM' });
    at('11:56:00');
    const broken = newId();
    await sql`insert into runtime.deadline (id, noun, record_id, name, title, articles, owed_by, organization_id, action,
        started_at, due_at, reminder, provisional)
      values (${broken}, 'Unheard', ${broken}, 'lapse', '没有登记的时限', '{61}', 'PROJECT_COMPANY',
        ${world.company.organizationId}, 'lapse', ${utc('11:00:00')}, ${utc('11:30:00')}, false, false)`.execute(
      world.runtime.db,
    );
    const firing = fire();
    await expect(firing).rejects.toThrow('1 deadlines were not fired');
    expect((await read(outage)).level).toBe('LEVEL_3');
    await sql`delete from runtime.deadline where id = ${broken}`.execute(world.runtime.db);
    await fire();
  });

  it('stays where it is once the outage has ended, and a second interruption is counted by itself', async () => {
    at('12:00:00');
    const outage = await accepted({ outageScope: 'WHOLE_PLATFORM' });
    at('12:06:00');
    await take('endOutage', outage);
    expect(await read(outage)).toMatchObject({ level: 'LEVEL_3', nextCrossingAt: null });
    at('12:40:00');
    await fire();
    expect((await read(outage)).level).toBe('LEVEL_3');
    const again = await take('resumeOutage', outage);
    expect(again).toMatchObject({
      level: 'LEVEL_3',
      nextCrossingAt: utc('12:45:00'),
      longestOutageMs: 360_000,
    });
    expect(await world.refusal(incident, 'resumeOutage', world.company, { id: outage.id })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });

  it('[duty 61.2] is raised by hand, never below the criteria', async () => {
    at('13:00:00');
    const second = await ofLevel(2);
    const set = (level: string, who = world.company) =>
      world.attempt(incident, 'escalate', who, { id: second.id, input: { level }, reason: '影响扩大' });
    expect((await set('LEVEL_3')).refusal).toMatchObject({ code: 'LEVEL_BELOW_CRITERIA', articles: [61] });
    expect((await set('LEVEL_2')).refusal?.code).toBe('VALIDATION');
    expect((await set('LEVEL_1', supervisor)).record).toMatchObject({
      level: 'LEVEL_1',
      computedLevel: 'LEVEL_2',
    });
  });

  it('[duty 61.2] is lowered only after the facts were assessed, by the management unit with a reason', async () => {
    at('13:10:00');
    const leak = await accepted({ category: 'DATA', damagedData: 'PERSONAL' });
    expect(leak.level).toBe('LEVEL_2');
    const lower = (level: string, who: Viewer, reason: string | null = '损失已排除') =>
      world.attempt(incident, 'lower', who, { id: leak.id, input: { level }, reason });
    expect((await lower('LEVEL_3', supervisor)).refusal?.code).toBe('LEVEL_BELOW_CRITERIA');
    const { outageScope, threat } = QUIET;
    const assessed = {
      category: 'DATA',
      outageScope,
      damagedData: 'PERSONAL',
      dataEffect: 'NOT_FOUND',
      threat,
    };
    const corrected = await take('correctFacts', leak, assessed, { reason: '评估完成' });
    expect(corrected).toMatchObject({ computedLevel: 'LEVEL_3', level: 'LEVEL_2' });
    expect((await lower('LEVEL_3', world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await lower('LEVEL_4', supervisor)).refusal?.code).toBe('LEVEL_BELOW_CRITERIA');
    expect((await lower('LEVEL_3', supervisor, null)).refusal?.code).toBe('REASON_REQUIRED');
    expect((await lower('LEVEL_3', supervisor)).record).toMatchObject({
      level: 'LEVEL_3',
      peakLevel: 'LEVEL_2',
    });
  });

  it('follows corrected facts freely until it is accepted', async () => {
    at('13:20:00');
    const first = await detect({ threat: 'SERIOUS' });
    const facts = { category: 'FAULT', outageScope: 'NONE', damagedData: 'NONE', dataEffect: 'UNASSESSED' };
    const corrected = await take('correctFacts', first, { ...facts, threat: 'SOME' }, { reason: '看错' });
    expect(corrected).toMatchObject({ level: 'LEVEL_4', peakLevel: 'LEVEL_4' });
  });

  it('a beginning that was told wrongly is corrected, either way; a later interruption keeps it', async () => {
    at('13:25:00');
    const outage = await detect({ outageScope: 'SINGLE_APP', outageStartedAt: '2026-11-23T11:20:00+08:00' });
    const facts = {
      category: 'FAULT',
      outageScope: 'SINGLE_APP',
      damagedData: 'NONE',
      dataEffect: 'UNASSESSED',
    };
    const corrected = (time: string) =>
      take(
        'correctFacts',
        outage,
        { ...facts, threat: 'NONE', outageStartedAt: `2026-11-23T${time}+08:00` },
        { reason: '看错钟点' },
      );
    expect(await corrected('13:20:00')).toMatchObject({ startedAt: utc('13:20:00') });
    await take('endOutage', outage);
    at('13:28:00');
    await take('resumeOutage', outage);
    expect(await corrected('13:27:00')).toMatchObject({
      startedAt: utc('13:20:00'),
      outageStartedAt: utc('13:27:00'),
    });
    const told = (await entries(outage)).filter(({ kind }) => kind === 'FACTS');
    expect(told.map(({ text }) => text)).toEqual(Array(2).fill('事实已经更正。理由：看错钟点'));
  });

  it('takes no instant from the future and no end before the beginning', async () => {
    at('13:30:00');
    const future = { ...QUIET, outageStartedAt: '2026-11-23T13:30:01+08:00' };
    expect(await world.refusal(incident, 'detect', world.company, { input: future })).toBe('VALIDATION');
    const outage = await detect({
      outageScope: 'WHOLE_PLATFORM',
      outageStartedAt: '2026-11-23T13:20:00+08:00',
    });
    expect(outage).toMatchObject({
      level: 'LEVEL_3',
      startedAt: utc('13:20:00'),
      detectedAt: utc('13:30:00'),
    });
    const end = (outageEndedAt: string) =>
      world.attempt(incident, 'endOutage', world.company, { id: outage.id, input: { outageEndedAt } });
    expect((await end('2026-11-23T13:19:59+08:00')).refusal?.code).toBe('VALIDATION');
    expect((await end('2026-11-23T13:29:00+08:00')).record).toMatchObject({ outageEndedAt: utc('13:29:00') });
  });
});

describe('whether it was handled and reported first is on record (article 60)', () => {
  it.each([
    ['14:05:00', false],
    ['14:05:01', true],
  ])('[duty 60.2] handled at %s: late is %s', async (time, late) => {
    at('14:00:00');
    const found = await detect();
    at(time);
    await take('report', found);
    expect(await take('accept', found)).toMatchObject({ handlingLate: late, reportingLate: false });
  });

  it.each([
    ['14:40:00', false],
    ['14:40:01', true],
  ])('[duty 60.2] reported at %s: late is %s', async (time, late) => {
    at('14:30:00');
    const found = await detect();
    at(time);
    expect(await take('report', found)).toMatchObject({ reportingLate: late });
  });

  it('[duty 60.2] tells the company and the management unit that nobody took it on', async () => {
    at('14:20:00');
    const found = await detect();
    at('14:31:00');
    await fire();
    expect(await told('PROJECT_COMPANY')).toContain('overdue');
    expect((await take('report', found)).reportingLate).toBe(true);
  });
});

describe('duties follow from the level (article 62)', () => {
  it('[duty 62.2] level 1 is told at once and reported every 30 minutes', async () => {
    at('10:00:00');
    const first = await ofLevel(1);
    expect(await told('MANAGEMENT_UNIT')).toEqual(['accept']);
    expect(first).toMatchObject({ progressDueAt: utc('10:30:00'), jointGroupAt: utc('10:00:00') });
    at('10:25:00');
    expect((await take('reportProgress', first, { text: '正在切换' })).progressDueAt).toEqual(
      utc('10:55:00'),
    );
    at('10:55:00');
    await fire();
    expect(await read(first)).toMatchObject({ progressMissed: 0 });
    at('10:55:01');
    await fire(3);
    expect(await read(first)).toMatchObject({
      progressMissed: 1,
      progressOverdueAt: utc('10:55:00'),
      progressDueAt: utc('11:25:00'),
    });
    expect(await told('MANAGEMENT_UNIT')).toContain('missProgress to HEAD');
    expect(await told('PROJECT_COMPANY')).toContain('missProgress to HEAD');
  });

  it('the work queue goes on showing when the next report is due, whatever else is done', async () => {
    at('10:00:00');
    const third = await ofLevel(3);
    const due = async () =>
      (
        await sql<{ dueAt: Date }>`select due_at from runtime.item where record_id = ${third.id}`.execute(
          world.runtime.db,
        )
      ).rows[0]!.dueAt;
    expect(await due()).toEqual(new Date('2026-11-23T22:00:00.001+08:00'));
    await take('note', third, { text: '联系供应商' });
    await take('keepEvidence', third, {}, { documents: ['EVIDENCE'] });
    await take('decideNotice', third, { recipient: 'CYBERSPACE', decision: 'NOT_NEEDED', note: '未涉及' });
    await take('markResolved', third, { resolution: '已修复' });
    await take('failVerification', third, {}, { reason: '仍有报错' });
    expect(await due()).toEqual(new Date('2026-11-23T22:00:00.001+08:00'));
  });

  it.each([
    ['10:30:00', false],
    ['10:30:01', true],
  ])('[duty 62.2] a report at %s: late is %s', async (time, late) => {
    at('10:00:00');
    const first = await ofLevel(1);
    at(time);
    await take('reportProgress', first, { text: '仍在处置' });
    const { incident: asked } = await world.ask(
      world.management,
      'query ($id: ID!) { incident(id: $id) { progressReports { late dueAt } progressOverdue } }',
      { id: first.id },
    );
    expect(asked).toEqual({
      progressReports: [{ late, dueAt: '2026-11-23T02:30:00.000Z' }],
      progressOverdue: false,
    });
  });

  it('[duty 62.2] several missed reports are counted when nobody looked meanwhile', async () => {
    at('10:00:00');
    const first = await ofLevel(1);
    at('11:40:00');
    await fire();
    expect(await read(first)).toMatchObject({ progressMissed: 3, progressDueAt: utc('12:00:00') });
    const { text } = (await entries(first)).at(-1)!;
    expect(text).toContain('3');
  });

  it('[duty 62.3] level 2 is reported every hour; escalated, it has a shorter interval and another commander', async () => {
    at('10:00:00');
    const second = await ofLevel(2);
    expect(second.progressDueAt).toEqual(utc('11:00:00'));
    await setHead('PROJECT_COMPANY', 'company-head');
    await take('appointCommander', second, { commander: 'company-head' });
    at('10:40:00');
    const up = await take('escalate', second, { level: 'LEVEL_1' }, { reason: '波及全区' });
    expect(up.progressDueAt).toEqual(utc('11:00:00'));
    expect(up).toMatchObject({ commanderName: null, commanderDueAt: utc('11:10:00') });
    const { incident: asked } = await world.ask(
      world.management,
      'query ($id: ID!) { incident(id: $id) { deadlines { name owedByLabel endedAt } } }',
      { id: second.id },
    );
    expect(asked.deadlines).toContainEqual({ name: 'command', owedByLabel: '管理单位', endedAt: null });
  });

  it('[duty 62.2] that nobody commands is told once, however often the level is reckoned anew, and again for another level', async () => {
    at('10:00:00');
    const second = await ofLevel(2);
    const { title: _title, description: _description, ...facts } = QUIET;
    const late = async () =>
      (
        await sql<{ title: string }>`select title from runtime.notification where action = 'overdue'
          and record_id = ${second.id} and organization_id = ${world.management.organizationId}`.execute(
          world.runtime.db,
        )
      ).rows.map(({ title }) => title);
    at('10:29:59');
    await fire();
    expect(await late()).toEqual([]);
    for (const time of ['10:30:00', '10:35:00', '10:40:00']) {
      at(time);
      await fire();
      await take('correctFacts', second, { ...facts, threat: THREATS[1] }, { reason: '核对事实' });
      await fire(4);
      expect([time, await late()]).toEqual([time, ['逾期：任命指挥长']]);
    }
    await take('escalate', second, { level: 'LEVEL_1' }, { reason: '波及全区' });
    at('11:10:00');
    await fire();
    expect(await late()).toEqual(['逾期：任命指挥长', '逾期：任命指挥长']);
  });

  it('[duty 62.3] after an escalation the next report is due one new interval from then at the latest', async () => {
    at('10:30:00');
    const second = await ofLevel(2);
    at('10:40:00');
    const up = await take('escalate', second, { level: 'LEVEL_1' }, { reason: '波及全区' });
    expect(up.progressDueAt).toEqual(utc('11:10:00'));
  });

  it('[duty 62.4] level 3 is told to the business office alone and reported after half a day', async () => {
    at('09:00:00');
    const third = await ofLevel(3);
    expect(await told('MANAGEMENT_UNIT')).toEqual(['accept to BUSINESS_OFFICE']);
    expect(third).toMatchObject({ progressDueAt: utc('21:00:00'), jointGroupAt: null });
    const inbox = async (viewer: Viewer) =>
      (await world.ask(viewer, '{ notifications { edges { node { noun } } } }')).notifications.edges.length;
    expect([await inbox(office), await inbox(supervisor)]).toEqual([1, 0]);
  });

  it('[duty 62.5] level 4 is nobody’s to be told at once', async () => {
    at('09:00:00');
    const fourth = await ofLevel(4);
    expect(await told('MANAGEMENT_UNIT')).toEqual([]);
    expect(fourth.progressDueAt).toBeNull();
  });

  it('[duty 72.1] a security incident of level 4 is told at once all the same', async () => {
    at('09:00:00');
    await ofLevel(4, { category: 'SECURITY' });
    expect(await told('MANAGEMENT_UNIT')).toEqual(['accept', 'report']);
  });
});

/** Gives a party a head with a sign-in name. */
async function setHead(party: 'MANAGEMENT_UNIT' | 'PROJECT_COMPANY', username: string, roles = ['HEAD']) {
  const { db } = world.runtime;
  const id = `account-${newId()}`;
  const organizationId = (party === 'MANAGEMENT_UNIT' ? world.management : world.company).organizationId!;
  await sql`insert into identity."user" (id, name, email, "emailVerified", username, "createdAt", "updatedAt")
    values (${id}, ${`姓名 ${username}`}, ${`${username}@example.test`}, true, ${username}, now(), now())`.execute(
    db,
  );
  await sql`insert into runtime.membership (account_id, organization_id, roles, created_at)
    values (${id}, ${organizationId}, ${roles}, now())`.execute(db);
}

describe('the commander is whom article 62 names', () => {
  it('[duty 62.2] [duty 62.3] is the management unit’s head at level 1 and the company’s at level 2', async () => {
    at('15:00:00');
    await setHead('MANAGEMENT_UNIT', 'bureau-head');
    await setHead('MANAGEMENT_UNIT', 'bureau-officer', ['OFFICER']);
    await setHead('PROJECT_COMPANY', 'firm-head');
    const [first, second, third] = [await ofLevel(1), await ofLevel(2), await ofLevel(3)];
    const appoint = (record: Row, commander: string) =>
      world.attempt(incident, 'appointCommander', world.company, { id: record.id, input: { commander } });
    expect((await appoint(first, 'firm-head')).refusal).toMatchObject({
      code: 'COMMANDER_INVALID',
      articles: [62],
    });
    expect((await appoint(first, 'bureau-officer')).refusal?.code).toBe('COMMANDER_INVALID');
    expect((await appoint(first, 'nobody')).refusal?.code).toBe('COMMANDER_INVALID');
    expect((await appoint(first, 'bureau-head')).record).toMatchObject({ commanderName: '姓名 bureau-head' });
    expect((await appoint(second, 'bureau-head')).refusal?.code).toBe('COMMANDER_INVALID');
    expect((await appoint(second, 'firm-head')).record).toMatchObject({ commanderDueAt: null });
    expect((await appoint(third, 'firm-head')).refusal?.code).toBe('ILLEGAL_TRANSITION');
  });
});

describe('the stages follow one another (articles 62 and 63)', () => {
  it('[duty 62.1] [duty 63.1] [duty 62.2] from detection to its closing', async () => {
    at('16:00:00');
    const first = await ofLevel(1, { outageScope: 'WHOLE_PLATFORM' });
    const { id } = first;
    const refused = (action: string, request = {}) =>
      world.refusal(incident, action, world.company, { id, ...request });
    const verification = { documents: ['VERIFICATION_REPORT'] };
    expect(await refused('passVerification', verification)).toBe('STAGE_ORDER');
    at('16:20:00');
    const mended = await take('markResolved', first, { resolution: '切换到备用集群' });
    expect(mended).toMatchObject({
      state: 'VERIFYING',
      outageEndedAt: utc('16:20:00'),
      nextCrossingAt: null,
    });
    expect((await take('failVerification', first, {}, { reason: '仍有报错' })).state).toBe('HANDLING');
    await take('markResolved', first, { resolution: '修复配置' });
    expect(await refused('passVerification', verification)).toBe('EVIDENCE_REQUIRED');
    await take('keepEvidence', first, {}, { documents: ['EVIDENCE'] });
    expect(await refused('passVerification')).toBe('DOCUMENTS_MISSING');
    const ended = await take('passVerification', first, {}, verification);
    expect(ended).toMatchObject({ state: 'ENDED', endedAt: utc('16:20:00'), progressDueAt: null });
    expect(await refused('close')).toBe('REPORT_REQUIRED');
    await take('fileReport', first, { cause: '配置错误', impact: '全区用户', measures: '增加演练' });
    expect(await refused('close')).toBe('NOTICE_DECISION_REQUIRED');
    const decide = (recipient: string, decision: string) =>
      world.take(incident, 'decideNotice', supervisor, {
        id,
        input: { recipient, decision, note: '已电话通报' },
      });
    await decide('PUBLIC_SECURITY', 'NOTIFIED');
    expect(await refused('close')).toBe('NOTICE_DECISION_REQUIRED');
    await decide('CYBERSPACE', 'NOT_NEEDED');
    expect((await take('close', first)).state).toBe('CLOSED');
    const passed = (await entries(first)).filter(({ kind }) => kind === 'STAGE');
    expect(passed.map(({ text }) => text)).toEqual([
      '已经报告。',
      '处置完毕，转回归验证。切换到备用集群',
      '回归验证不通过，继续处置。理由：仍有报错',
      '处置完毕，转回归验证。修复配置',
      '材料已经留存。',
      '回归验证通过，应急结束。',
      '书面报告已经报送。',
      '事件办结。',
    ]);
  });

  it('[duty 63.1] level 4 needs no decision about others, but its report like any', async () => {
    at('17:00:00');
    const fourth = await ofLevel(4);
    await take('keepEvidence', fourth, {}, { documents: ['EVIDENCE'] });
    await take('markResolved', fourth, { resolution: '重启' });
    await take('passVerification', fourth, {}, { documents: ['VERIFICATION_REPORT'] });
    expect(await world.refusal(incident, 'close', world.company, { id: fourth.id })).toBe('REPORT_REQUIRED');
    await take('fileReport', fourth, { cause: '内存不足', impact: '无', measures: '扩容' });
    expect((await take('close', fourth)).state).toBe('CLOSED');
  });

  it('[duty 63.1] the report is due five working days after the end, past a holiday week and its make-up Saturday', async () => {
    startClockAt('2026-09-30T10:00:00+08:00');
    const fourth = await ofLevel(4);
    await take('keepEvidence', fourth, {}, { documents: ['EVIDENCE'] });
    await take('markResolved', fourth, { resolution: '重启' });
    await take('passVerification', fourth, {}, { documents: ['VERIFICATION_REPORT'] });
    const report = async (time: string) => {
      startClockAt(time);
      const { incident: asked } = await world.ask(
        world.management,
        'query ($id: ID!) { incident(id: $id) { deadlines { name overdue } } }',
        { id: fourth.id },
      );
      return asked.deadlines.find(({ name }: { name: string }) => name === 'fileReport').overdue;
    };
    // 8, 9, 10 (a Saturday worked), 12 and 13 October
    expect(await report('2026-10-13T23:59:59+08:00')).toBe(false);
    expect(await report('2026-10-14T00:00:00+08:00')).toBe(true);
  });

  it('handling is never held up by what is to be written', async () => {
    at('17:30:00');
    const first = await ofLevel(1);
    expect((await take('markResolved', first, { resolution: '已修复' })).state).toBe('VERIFYING');
  });

  it('a false alarm is dismissed with a reason before it is accepted, not afterwards', async () => {
    at('17:40:00');
    const [suspected, confirmed] = [await detect(), await ofLevel(4)];
    expect(await world.refusal(incident, 'dismiss', world.company, { id: suspected.id })).toBe(
      'REASON_REQUIRED',
    );
    const why = { reason: '监测误报' };
    expect((await take('dismiss', suspected, {}, why)).state).toBe('DISMISSED');
    expect(await world.refusal(incident, 'dismiss', world.company, { id: confirmed.id, ...why })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });
});

it('tells which criteria of article 61 are met, with the figures [duty 61.1]', async () => {
  at('18:00:00');
  const outage = await accepted({ outageScope: 'WHOLE_PLATFORM', threat: 'SOME' });
  at('18:12:30');
  await fire();
  const { incident: asked } = await world.ask(
    world.management,
    'query ($id: ID!) { incident(id: $id) { level outageSeconds fired { rule criterion level text figure } } }',
    { id: outage.id },
  );
  expect(asked).toMatchObject({
    level: 'LEVEL_2',
    outageSeconds: 750,
    fired: [
      {
        rule: 'WHOLE_OVER_LEVEL_2',
        criterion: 'OUTAGE',
        level: 'LEVEL_2',
        text: '智桂通整体不能使用超过 10 分钟，不超过 30 分钟',
        figure: '底座或基础平台中断，智桂通整体不能使用，已 12 分 30 秒',
      },
      { rule: 'THREAT_SOME', criterion: 'THREAT', level: 'LEVEL_4' },
    ],
  });
});

it.each(['incident_entry', 'progress_report', 'external_notice'])(
  '[duty 63.1] what the course of an incident says is neither changed nor removed: %s',
  async (table) => {
    at('18:20:00');
    const first = await ofLevel(1);
    await take('reportProgress', first, { text: '正在切换' });
    const notice = { recipient: 'CYBERSPACE', decision: 'NOTIFIED', note: '电话' };
    await take('decideNotice', first, notice);
    const { raw } = sql;
    for (const statement of [
      `update operations.${table} set text = '改写'`,
      `delete from operations.${table}`,
    ])
      await expect(
        raw(statement.replace('text =', table === 'external_notice' ? 'note =' : 'text =')).execute(
          world.runtime.db,
        ),
      ).rejects.toThrow('neither changed nor removed (article 63)');
  },
);

it('is nothing that others learn of: a unit sees no incident', async () => {
  at('18:30:00');
  const found = await detect();
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const { incident: asked, incidents } = await world.ask(
    unit,
    'query ($id: ID!) { incident(id: $id) { id } incidents { edges { cursor } } }',
    { id: found.id },
  );
  expect([asked, incidents.edges]).toEqual([null, []]);
});
