import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rectification } from '../rectification/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { inspectionTask } from './actions.ts';
import { openDueInspections } from './open-due.ts';

let world: World;
let owner: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-22T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const open = (instant: string) => {
  startClockAt(instant);
  return openDueInspections(world.runtime, now());
};
const keys = async () =>
  (
    await sql<{ key: string }>`select cycle || ' ' || period_key as key from operations.inspection_task
      order by period_end, cycle`.execute(world.runtime.db)
  ).rows.map(({ key }) => key);
const idOf = async (cycle: string, periodKey: string) =>
  (
    await sql<{ id: string }>`select id from operations.inspection_task
      where cycle = ${cycle} and period_key = ${periodKey}`.execute(world.runtime.db)
  ).rows[0]!.id;
const started = async (cycle: string, periodKey: string) => {
  const id = await idOf(cycle, periodKey);
  await world.take(inspectionTask, 'start', world.company, { id });
  return id;
};
const attempt = (action: string, id: string, input: object, by = world.company) =>
  world.attempt(inspectionTask, action, by, { id, input: input as Record<string, unknown> });
const done = (abnormalItems: readonly string[] | null) => ({ abnormalItems, summary: '逐项检查完毕' });

describe('article 47: tasks come with the calendar', () => {
  it('one of each cycle whose period has begun, none twice, and missed days are made up [duty 47.1]', async () => {
    expect(await open('2026-11-22T09:00:00+08:00')).toBe(5);
    expect(await open('2026-11-22T23:59:00+08:00')).toBe(0);
    expect(await keys()).toEqual([
      'DAILY 2026-11-22',
      'WEEKLY 2026-W47',
      'MONTHLY 2026-11',
      'ANNUAL 2026',
      'QUARTERLY 2026Q4',
    ]);
    expect(await open('2026-11-25T00:00:00+08:00')).toBe(4);
    expect((await keys()).filter((key) => key.startsWith('DAILY'))).toEqual([
      'DAILY 2026-11-22',
      'DAILY 2026-11-23',
      'DAILY 2026-11-24',
      'DAILY 2026-11-25',
    ]);
  });

  it('a missed patrol is late from midnight, which company, owner unit and management unit are told [duty 47.1] [duty 58.1]', async () => {
    await fireDeadlines(world.runtime.db, new Map());
    const id = await idOf('DAILY', '2026-11-24');
    const { rows } = await sql<{
      party: string;
      title: string;
    }>`select party, title from runtime.notification
      join runtime.organization on organization.id = organization_id where record_id = ${id}::uuid
      order by party`.execute(world.runtime.db);
    expect(rows.map(({ party, title }) => `${party} ${title}`)).toEqual([
      'MANAGEMENT_UNIT 逾期：完成巡检检测',
      'OWNER_UNIT 逾期：督促巡检检测',
      'PROJECT_COMPANY 逾期：完成巡检检测',
    ]);
    const { inspectionTasks } = await world.ask(
      owner,
      `{ inspectionTasks(first: 50, filter: { cycle: DAILY }) { edges { node { periodKey deadlines { name overdue } } } } }`,
    );
    const late = inspectionTasks.edges
      .filter(({ node }: any) => node.deadlines.some(({ overdue }: any) => overdue))
      .map(({ node }: any) => node.periodKey);
    expect(late.toSorted()).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
  });

  it('is the company’s to do: the management unit and the owner unit only look on', async () => {
    const id = await idOf('DAILY', '2026-11-22');
    for (const by of [world.management, owner])
      expect(await world.refusal(inspectionTask, 'start', by, { id })).toBe('FORBIDDEN_ROLE');
  });
});

describe('article 47: each check list is gone through', () => {
  it('items are those of the cycle; a normal day is done [duty 47.1]', async () => {
    const id = await started('DAILY', '2026-11-25');
    const foreign = await attempt('complete', id, done(['WEEKLY_LOGS']));
    expect(foreign.refusal).toMatchObject({ code: 'VALIDATION', details: [{ path: 'abnormalItems' }] });
    expect((await attempt('complete', id, done(null))).record).toMatchObject({
      state: 'DONE_NORMAL',
      abnormalItems: [],
    });
  });

  it('what is abnormal is followed up by a record that exists, before it is done [duty 47.1]', async () => {
    const id = await started('DAILY', '2026-11-24');
    const abnormal = done(['DAILY_SIGN_IN', 'DAILY_BACKUP']);
    expect((await attempt('complete', id, abnormal)).refusal).toMatchObject({
      code: 'FOLLOW_UP_REQUIRED',
      details: [{ message: '“日：统一身份登录正常”还没有登记后续事项' }, { path: 'abnormalItems' }],
    });
    const app = await knownRecord(world.runtime, 'App', world.company.organizationId!, 'DRAFT');
    for (const followUpNumber of ['ZG-2026-999999', app.number])
      expect(
        (await attempt('addFollowUp', id, { item: 'DAILY_SIGN_IN', followUpNumber })).refusal?.code,
      ).toBe('VALIDATION');
    const { number } = await world.take(rectification, 'issue', world.management, {
      input: {
        kind: 'INSPECTION',
        cause: 'DEFECT',
        subject: 'PROJECT_COMPANY',
        findings: '登录偶发失败',
        demands: '排查修复',
        dueOn: '2026-12-01',
        sourceNumber: (
          await world.take(inspectionTask, 'addFollowUp', world.company, {
            id,
            input: {
              item: 'DAILY_BACKUP',
              followUpNumber: (
                await knownRecord(world.runtime, 'Incident', world.company.organizationId!)
              ).number,
            },
          })
        ).number,
      },
    });
    expect((await attempt('complete', id, abnormal)).refusal?.details).toHaveLength(1);
    await world.take(inspectionTask, 'addFollowUp', world.company, {
      id,
      input: { item: 'DAILY_SIGN_IN', followUpNumber: number },
    });
    expect((await attempt('complete', id, abnormal)).record?.state).toBe('DONE_ABNORMAL');
    const { inspectionTask: asked } = await world.ask(
      world.management,
      `query ($id: ID!) { inspectionTask(id: $id) { followUps { itemLabel nounLabel } } }`,
      { id },
    );
    expect(asked.followUps.map(({ nounLabel }: any) => nounLabel)).toEqual(['应急事件', '整改']);
  });

  it('the survey covers every listed app [duty 47.2]', async () => {
    const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    const listed = [];
    for (const state of ['LISTED', 'LISTED', 'DELISTING', 'DELISTED'])
      listed.push(await knownRecord(world.runtime, 'App', unit.organizationId!, state));
    const [first, second, leaving] = listed as [any, any, any];
    const id = await started('QUARTERLY', '2026Q4');
    const record = (appNumbers: readonly string[], finding = 'NORMAL') =>
      attempt('recordApps', id, { appNumbers, finding });
    expect((await record(['YY-2026-999999'])).refusal?.details[0]?.message).toContain('YY-2026-999999');
    await record([first.number, second.number]);
    const incomplete = (await attempt('complete', id, done(null))).refusal!;
    expect(incomplete.code).toBe('CENSUS_INCOMPLETE');
    expect(incomplete.details[0]!.message).toContain(leaving.number);
    expect(incomplete.details[0]!.message).not.toContain(first.number);
    await record([second.number], 'ABNORMAL');
    await world.take(inspectionTask, 'recordRemainingApps', world.company, { id });
    const { inspectionTask: asked } = await world.ask(
      world.company,
      'query ($id: ID!) { inspectionTask(id: $id) { checkedApps abnormalApps } }',
      { id },
    );
    expect(asked).toEqual({ checkedApps: 3, abnormalApps: 1 });
    expect((await attempt('complete', id, done(null))).record?.state).toBe('DONE_NORMAL');
    const weekly = await started('WEEKLY', '2026-W47');
    expect(
      (await attempt('recordApps', weekly, { appNumbers: [first.number], finding: 'NORMAL' })).refusal?.code,
    ).toBe('VALIDATION');
  });
});
