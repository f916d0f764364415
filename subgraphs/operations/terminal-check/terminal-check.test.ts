import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { standingStatement } from '@zgt/runtime/organizations.ts';
import { json } from '@zgt/runtime/parameters.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { announcement } from '../announcement/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { terminalCheck } from './actions.ts';
import { openDueTerminalChecks } from './open-due.ts';

let world: World;
let officer: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  officer = await person('PROJECT_COMPANY', ['OPERATOR'], world.company.organizationId!);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

/** A member who has an account, as authentication knows it. */
async function person(party: PartyKind, roles: readonly string[], organizationId?: string): Promise<Viewer> {
  const { db } = world.runtime;
  const viewer = await world.runtime.member(party, roles, organizationId);
  const username = `u${newId().slice(-8)}`;
  await sql`insert into identity."user" (id, name, email, "emailVerified", username, "createdAt", "updatedAt")
    values (${viewer.accountId}, '张三', ${`${username}@example.com`}, false, ${username}, now(), now())`.execute(
    db,
  );
  await sql`insert into runtime.membership (account_id, organization_id, roles, created_at)
    values (${viewer.accountId}, ${viewer.organizationId}, ${[...roles]}, now())`.execute(db);
  return viewer;
}
const checkOf = async ({ accountId }: Viewer) =>
  (
    await sql<any>`select * from operations.terminal_check where account_id = ${accountId} order by created_at desc`.execute(
      world.runtime.db,
    )
  ).rows[0];
const dueOn = async ({ accountId }: Viewer) =>
  (
    await world.runtime.db
      .selectFrom('runtime.accountFacts')
      .select('terminalCheckDueOn')
      .where('accountId', '=', accountId!)
      .executeTakeFirst()
  )?.terminalCheckDueOn;
const ALL = ['ANTIVIRUS', 'PATCH', 'SCREEN_LOCK'];
const checked = (id: string, more: object = {}) => ({
  id,
  input: { device: 'PC-0231', checkedOn: '2026-11-23', passedItems: ALL, ...more },
});
const deadlines = async (id: string, viewer: Viewer) =>
  (
    await world.ask(
      viewer,
      'query ($id: ID!) { terminalCheck(id: $id) { deadlines { name dueAt overdue endedAt owedByLabel } } }',
      { id },
    )
  ).terminalCheck.deadlines.filter(({ endedAt }: any) => endedAt === null);

it('article 68: administrators of the company and of providers in force are listed once, with a month’s time [duty 68.3]', async () => {
  const unit = await person('ECOSYSTEM_UNIT', ['HEAD']);
  const body = await person('GOVERNMENT_DEPARTMENT', ['HEAD']);
  await person('OWNER_UNIT', ['HEAD']);
  expect(await openDueTerminalChecks(world.runtime)).toBe(2);
  expect(await openDueTerminalChecks(world.runtime)).toBe(0);
  expect(await checkOf(officer)).toMatchObject({ state: 'DUE', dueOn: '2026-12-23' });
  expect(await checkOf(body)).toMatchObject({ organizationId: body.organizationId });
  expect(await dueOn(officer)).toBe('2026-12-23');
  expect(await checkOf(unit)).toBeUndefined();
  await standingStatement(
    world.runtime.db,
    unit.organizationId!,
    'ECOSYSTEM_UNIT',
    { state: 'ACTIVE', scope: {}, validUntil: null },
    new Date('2026-11-23T01:00:00Z'),
  ).execute();
  expect(await openDueTerminalChecks(world.runtime)).toBe(1);
  const { id } = await checkOf(unit);
  const other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await world.refusal(terminalCheck, 'record', other, checked(id))).toBe('NOT_FOUND');
  await sql`delete from runtime.membership where account_id = ${unit.accountId}`.execute(world.runtime.db);
  await openDueTerminalChecks(world.runtime);
  expect(await checkOf(unit)).toMatchObject({ id, state: 'ENDED' });
  expect(await dueOn(unit)).toBeNull();
});

it('article 68: passed in every item it is due again a month after the check; failed, its day stays [duty 68.3]', async () => {
  const { id } = await checkOf(officer);
  const record = (by: Viewer, more: object = {}) =>
    world.attempt(terminalCheck, 'record', by, checked(id, more));
  const colleague = await world.runtime.member(
    'PROJECT_COMPANY',
    ['OPERATOR'],
    world.company.organizationId!,
  );
  expect((await record(colleague)).refusal).toMatchObject({ code: 'FORBIDDEN_ROLE', articles: [68] });
  expect((await record(officer, { checkedOn: '2026-11-24' })).refusal).toMatchObject({
    code: 'VALIDATION',
    details: [{ path: 'checkedOn' }],
  });
  const failed = (await record(officer, { passedItems: ['PATCH', 'SCREEN_LOCK'], remark: '病毒库过期' }))
    .record;
  expect(failed).toMatchObject({ state: 'FAILED', dueOn: '2026-12-23' });
  expect((await record(officer, { checkedOn: '2026-11-22' })).refusal?.code).toBe('VALIDATION');
  startClockAt('2026-12-01T09:00:00+08:00');
  expect((await record(world.company, { checkedOn: '2026-12-01' })).record).toMatchObject({
    state: 'PASSED',
    dueOn: '2027-01-01',
  });
  expect(await dueOn(officer)).toBe('2027-01-01');
});

it('article 68: fifteen days late it is the company’s to see to, which urges; blocking is a parameter [duty 68.3]', async () => {
  const { id } = await checkOf(officer);
  const clocks = async (instant: string) => {
    startClockAt(instant);
    return (await deadlines(id, world.company)).map(({ name, overdue }: any) => [name, overdue]);
  };
  expect(await clocks('2027-01-01T23:59:00+08:00')).toEqual([
    ['check', false],
    ['oversee', false],
  ]);
  expect(await clocks('2027-01-02T00:00:00+08:00')).toEqual([
    ['check', true],
    ['oversee', false],
  ]);
  expect(await clocks('2027-01-16T23:59:00+08:00')).toEqual([
    ['check', true],
    ['oversee', false],
  ]);
  expect(await clocks('2027-01-17T00:00:00+08:00')).toEqual([
    ['check', true],
    ['oversee', true],
  ]);
  expect(await world.refusal(terminalCheck, 'urge', world.company, { id })).toBe('REASON_REQUIRED');
  expect((await world.take(terminalCheck, 'urge', world.company, { id, reason: '已逾期' })).state).toBe(
    'PASSED',
  );

  const late = {
    ...officer,
    roles: ['HEAD', 'OPERATOR'],
    terminalCheckDueOn: (await dueOn(officer)) ?? null,
  };
  const draft = { input: { kind: 'NOTICE', title: '通知', body: '正文' } };
  const drafted = async () => (await world.attempt(announcement, 'draft', late, draft)).refusal;
  expect(await drafted()).toBeNull();
  await world.runtime.db
    .insertInto('runtime.ruleParameter')
    .values({
      id: newId(),
      name: 'terminal_check.block',
      value: json(true),
      effectiveFrom: new Date('2027-01-01T00:00:00Z'),
      reason: '测试',
      accountId: null,
      createdAt: new Date('2027-01-01T00:00:00Z'),
    })
    .execute();
  startClockAt('2027-01-16T23:59:00+08:00');
  expect(await drafted()).toBeNull();
  startClockAt('2027-01-17T00:00:00+08:00');
  expect(await drafted()).toMatchObject({ code: 'TERMINAL_CHECK_OVERDUE', articles: [68] });
  const mended = await world.attempt(terminalCheck, 'record', late, checked(id, { checkedOn: '2027-01-17' }));
  expect(mended.record).toMatchObject({ state: 'PASSED', dueOn: '2027-02-17' });
  expect(await dueOn(officer)).toBe('2027-02-17');
});
