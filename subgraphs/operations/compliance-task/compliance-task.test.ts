import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { mlpsRecord } from '../mlps-record/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { complianceTask } from './actions.ts';
import { complianceHandlers } from './follow-platforms.ts';

const LIVE_AT = '2026-11-22T23:59:59+08:00';

let world: World;
beforeAll(async () => {
  world = await openWorld(LIVE_AT);
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt(LIVE_AT));

const registered = async () =>
  (await knownRecord(world.runtime, 'SystemPlatform', world.company.organizationId!)).id;

/** Tells this subgraph what happened to a platform, as the job queue does. */
async function tell(name: string, platformId: string): Promise<void> {
  for (const handle of complianceHandlers(world.runtime)[name]!)
    await handle(
      {
        name,
        recordId: platformId,
        organizationId: world.company.organizationId!,
        state: 'LIVE',
        values: { liveAt: new Date(LIVE_AT).toISOString() },
      },
      'job-1',
    );
}

async function live(): Promise<string> {
  const platformId = await registered();
  await tell('goLiveSystemPlatform', platformId);
  return platformId;
}

interface Task {
  id: string;
  kind: string;
  status: string;
  dueOn: string;
  fulfilledBy: string | null;
}

/** The platform's tasks as somebody sees them, by kind. */
async function tasks(platformId: string, by = world.management): Promise<Record<string, Task>> {
  const { complianceTasks } = await world.ask(
    by,
    `query ($platformId: ID!) { complianceTasks(filter: { platformId: $platformId }) {
      edges { node { id kind status dueOn fulfilledBy } } } }`,
    { platformId },
  );
  return Object.fromEntries(complianceTasks.edges.map(({ node }: any) => [node.kind, node]));
}

const kept = (platformId: string, level: number) =>
  world.attempt(mlpsRecord, 'keep', world.company, {
    input: {
      platformId,
      level,
      filingNumber: '45010000001-26001',
      agency: '某测评机构',
      assessedOn: '2026-11-20',
      nextOn: '2027-11-19',
    },
    documents: ['SECURITY_TEST_REPORT'],
  });

const passed = (id: string, more: object = {}) =>
  world.attempt(complianceTask, 'passCrypto', world.company, {
    id,
    input: { agency: '某密评机构', assessedOn: '2026-11-22', conclusion: 'CONFORMING', ...more },
    documents: ['CRYPTO_ASSESSMENT_REPORT'],
  });

/** What an organisation was told about a task since it was opened. */
async function told(recordId: string, organizationId: string): Promise<string[]> {
  const rows = await world.runtime.db
    .selectFrom('runtime.notification')
    .select('action')
    .where('recordId', '=', recordId)
    .where('organizationId', '=', organizationId)
    .where('action', 'in', ['reminder', 'overdue'])
    .execute();
  return rows.map(({ action }) => action);
}

it('article 23: a platform that goes live has a year for both assessments, and is told only once [duty 23.4]', async () => {
  const platformId = await live();
  await tell('goLiveSystemPlatform', platformId);
  const found = await tasks(platformId);
  expect(Object.keys(found).toSorted()).toEqual(['CRYPTO', 'MLPS3']);
  for (const task of Object.values(found)) expect(task).toMatchObject({ status: 'DUE', dueOn: '2027-11-22' });
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await tasks(platformId, unit)).toEqual({});
});

it('article 23: an assessment of level 2 is refused and leaves the task open, one of level 3 closes it [duty 23.4]', async () => {
  const platformId = await live();
  const other = await live();
  expect((await kept(platformId, 2)).refusal).toMatchObject({ code: 'LEVEL_TOO_LOW', articles: [23, 64] });
  expect((await tasks(platformId)).MLPS3!.status).toBe('DUE');
  const { record } = await kept(platformId, 3);
  expect((await tasks(platformId)).MLPS3).toMatchObject({ status: 'DONE', fulfilledBy: record!.number });
  expect((await tasks(platformId)).CRYPTO!.status).toBe('DUE');
  expect((await tasks(other)).MLPS3!.status).toBe('DUE');
});

it('an assessment from before going live counts, if its level is the one asked for', async () => {
  const platformId = await registered();
  const { record } = await kept(platformId, 3);
  await tell('goLiveSystemPlatform', platformId);
  const { MLPS3 } = await tasks(platformId);
  expect(MLPS3).toMatchObject({ status: 'DONE', fulfilledBy: record!.number });
  const clocks = await world.runtime.db
    .selectFrom('runtime.deadline')
    .select('id')
    .where('recordId', '=', MLPS3!.id)
    .where('endedAt', 'is', null)
    .execute();
  expect(clocks).toEqual([]);
});

it('article 23: the assessment of cryptography closes its task when it is passed [duty 23.4]', async () => {
  const { MLPS3, CRYPTO } = await tasks(await live());
  expect((await passed(MLPS3!.id)).refusal?.code).toBe('VALIDATION');
  expect((await passed(CRYPTO!.id, { conclusion: 'NOT_CONFORMING' })).refusal).toMatchObject({
    code: 'LEVEL_TOO_LOW',
    articles: [23],
    details: [{ path: 'conclusion' }],
  });
  expect((await passed(CRYPTO!.id, { assessedOn: '2026-11-23' })).refusal?.details[0]?.path).toBe(
    'assessedOn',
  );
  const { id } = CRYPTO!;
  const input = { agency: '某密评机构', assessedOn: '2026-11-22', conclusion: 'MOSTLY_CONFORMING' };
  expect(await world.refusal(complianceTask, 'passCrypto', world.company, { id, input })).toBe(
    'DOCUMENTS_MISSING',
  );
  expect((await passed(id, { conclusion: 'MOSTLY_CONFORMING' })).record?.state).toBe('DONE');
});

it('article 23: reminds ninety, thirty and seven days ahead; late is shown to the management unit and stops nothing [duty 23.4]', async () => {
  const { CRYPTO } = await tasks(await live());
  const [company, management] = [world.company.organizationId!, world.management.organizationId!];
  const days: [string, string[]][] = [
    ['2027-08-23T23:59:59+08:00', []],
    ['2027-08-24T00:00:00+08:00', ['reminder']],
    ['2027-10-22T23:59:59+08:00', ['reminder']],
    ['2027-10-23T00:00:00+08:00', ['reminder', 'reminder']],
    ['2027-11-15T00:00:00+08:00', ['reminder', 'reminder', 'reminder']],
    ['2027-11-22T23:59:59+08:00', ['reminder', 'reminder', 'reminder']],
    ['2027-11-23T00:00:00+08:00', ['overdue', 'reminder', 'reminder', 'reminder']],
  ];
  for (const [at, expected] of days) {
    startClockAt(at);
    await fireDeadlines(world.runtime.db, new Map());
    for (const organizationId of [company, management])
      expect([at, (await told(CRYPTO!.id, organizationId)).toSorted()]).toEqual([at, expected]);
  }
  const overview = await world.ask(world.management, '{ supervision { late { party count } } }');
  expect(overview.supervision.late).toContainEqual({ party: 'PROJECT_COMPANY', count: expect.any(Number) });
  const late = await world.ask(
    world.management,
    `{ dutyCalendar(from: "2027-11-22", to: "2027-11-22") { recordId title overdue } }`,
  );
  expect(late.dutyCalendar).toContainEqual({
    recordId: CRYPTO!.id,
    title: '完成等保或密评',
    overdue: true,
  });
  expect((await passed(CRYPTO!.id)).record?.state).toBe('DONE');
});

it('article 23: a platform that is offline owes nothing more, and no task comes while the parameter is off [duty 23.4]', async () => {
  const platformId = await live();
  await kept(platformId, 3);
  await tell('takeOfflineSystemPlatform', platformId);
  await tell('takeOfflineSystemPlatform', platformId);
  const found = await tasks(platformId);
  expect([found.MLPS3!.status, found.CRYPTO!.status]).toEqual(['DONE', 'LAPSED']);
  const { setRuleParameter } = await world.ask(
    world.management,
    `mutation { setRuleParameter(input: { name: "compliance.mlps_enabled", value: false, reason: "不采用草案" }) {
      refusal { code } } }`,
  );
  expect(setRuleParameter.refusal).toBeNull();
  const unasked = await live();
  expect(await tasks(unasked)).toEqual({});
  expect((await kept(unasked, 2)).record?.state).toBe('KEPT');
});
