import { STATE_COUNCIL_CALENDAR } from '@zgt/runtime/calendar/seed.ts';
import { WorkCalendar } from '@zgt/runtime/calendar/work-calendar.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { recountProvisional } from '@zgt/runtime/jobs/timers.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDueFilings } from '../duties.ts';
import { inspectionTask } from '../inspection-task/actions.ts';
import { openDueInspections } from '../inspection-task/open-due.ts';
import { openWorld, type World } from '../testing/world.ts';
import { filing } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
  await world.announced('中秋服务安排');
}, 60_000);
afterAll(() => world.runtime.close());

const open = (instant: string) => {
  startClockAt(instant);
  return openDueFilings(world.runtime, now());
};

const filings = async (where = sql`true`) =>
  (
    await sql<Row & { kind: string; periodKey: string; dueOn: string; dueProvisional: boolean }>`
      select filing.*, clock.* from operations.filing cross join lateral (
        select to_char(due_at at time zone 'Asia/Shanghai' - interval '1 second', 'YYYY-MM-DD') as due_on,
          provisional as due_provisional
        from runtime.deadline where record_id = filing.id and name = 'submit' order by started_at desc limit 1
      ) as clock where ${where} order by period_end, kind`.execute(world.runtime.db)
  ).rows;

const idOf = async (kind: string, periodKey: string) =>
  (await filings(sql`kind = ${kind} and period_key = ${periodKey}`))[0]!.id;

const overdue = async (id: string, instant: string) => {
  startClockAt(instant);
  const { filing: asked } = await world.ask(
    world.company,
    'query ($id: ID!) { filing(id: $id) { deadlines { dueAt overdue endedAt } } }',
    { id },
  );
  return asked.deadlines[0];
};

describe('filings open when their period has ended (articles 47, 50 and 53)', () => {
  it('opens none while the first period is still running', async () => {
    expect(await open('2026-09-30T23:59:00+08:00')).toBe(0);
  });

  it('opens exactly one of each kind with the first minute after the quarter, and none again', async () => {
    expect(await open('2026-10-01T00:00:00+08:00')).toBe(6);
    expect(await open('2026-10-01T00:01:00+08:00')).toBe(0);
    expect((await filings()).map(({ kind, periodKey, state }) => [kind, periodKey, state])).toEqual([
      ['BRAND_USAGE', '2026Q3', 'DUE'],
      ['COMMERCIAL_COOPERATION', '2026Q3', 'DUE'],
      ['GOVERNMENT_DATA_OPERATION', '2026Q3', 'DUE'],
      ['LEVEL4_INCIDENTS', '2026-09', 'DUE'],
      ['OPERATION_REPORT', '2026-09', 'DUE'],
      ['OVERALL_SAFETY', '2026Q3', 'DUE'],
    ]);
  });

  it('leaves no trace of a timer that found nothing to do', async () => {
    expect(await world.logged('open')).toEqual({ DONE: 6 });
  });

  it('opens nothing twice when two timers run at the same moment', async () => {
    const input = {
      kind: 'BRAND_USAGE',
      periodKey: '2026Q3',
      periodStart: '2026-07-01',
      periodEnd: '2026-09-30',
    };
    const viewer = { ...world.company, via: 'SYSTEM' as const };
    expect(await world.refusal(filing, 'open', viewer, { input })).toBe('ALREADY_EXISTS');
  });

  it('is due ten working days after the period, past the National Day holiday and its make-up Saturday', async () => {
    // 8, 9, 10 (a Saturday worked), 12 to 16, 19, 20 October
    const id = await idOf('BRAND_USAGE', '2026Q3');
    expect((await filings(sql`id = ${id}`))[0]).toMatchObject({ dueOn: '2026-10-20', dueProvisional: false });
    expect(await overdue(id, '2026-10-20T23:59:00+08:00')).toEqual({
      dueAt: '2026-10-20T16:00:00.000Z',
      overdue: false,
      endedAt: null,
    });
    expect((await overdue(id, '2026-10-21T00:00:00+08:00')).overdue).toBe(true);
  });

  it('prefills what the registers did in the period', async () => {
    const { prefill } = (await filings(sql`kind = 'OPERATION_REPORT'`))[0]!;
    expect(prefill).toEqual({
      figures: [
        { noun: 'Announcement', measure: 'ACTION', name: 'draft', count: 1 },
        { noun: 'Announcement', measure: 'ACTION', name: 'publish', count: 1 },
        { noun: 'Announcement', measure: 'STATE', name: 'PUBLISHED', count: 1 },
      ],
    });
  });

  it('catches up on every period that ended while nobody looked, and says where the calendar is only assumed', async () => {
    expect(await open('2027-01-04T09:00:00+08:00')).toBe(11);
    const later = await filings(sql`period_end > '2026-09-30'`);
    expect(
      later.map(({ kind, periodKey, dueOn, dueProvisional }) => [kind, periodKey, dueOn, dueProvisional]),
    ).toEqual([
      ['LEVEL4_INCIDENTS', '2026-10', '2026-11-06', false],
      ['OPERATION_REPORT', '2026-10', '2026-11-13', false],
      ['LEVEL4_INCIDENTS', '2026-11', '2026-12-07', false],
      ['OPERATION_REPORT', '2026-11', '2026-12-14', false],
      ['ANNUAL_REPORT', '2026', '2027-01-14', true],
      ['BRAND_USAGE', '2026Q4', '2027-01-14', true],
      ['COMMERCIAL_COOPERATION', '2026Q4', '2027-01-14', true],
      ['GOVERNMENT_DATA_OPERATION', '2026Q4', '2027-01-14', true],
      ['LEVEL4_INCIDENTS', '2026-12', '2027-01-07', true],
      ['OPERATION_REPORT', '2026-12', '2027-01-14', true],
      ['OVERALL_SAFETY', '2026Q4', '2027-01-14', true],
    ]);
    const { dutyCalendar } = await world.ask(
      world.company,
      '{ dutyCalendar(from: "2027-01-14", to: "2027-01-14") { recordTitle articles provisional owedByLabel } }',
    );
    expect(dutyCalendar).toEqual(
      (
        [
          ['品牌使用情况报备 2026Q4', 50],
          ['商业合作备案 2026Q4', 53],
          ['运营监管报告 2026-12', 47],
          ['年度监管报告 2026', 47],
          ['政务数据运营报告 2026Q4', 69],
          ['整体安全报告 2026Q4', 73],
        ] as const
      ).map(([recordTitle, article]) => ({
        recordTitle,
        articles: [article],
        provisional: true,
        owedByLabel: '项目公司',
      })),
    );
  });

  it('does not open again what is filed when the period gets shorter', async () => {
    await world.ask(
      world.management,
      `mutation { setRuleParameter(input: { name: "filing.brand_usage.period_months", value: 1, reason: "按月报备" }) { refusal { code } } }`,
    );
    expect(await open('2027-02-01T00:00:00+08:00')).toBe(3);
    const added = await filings(sql`period_end = '2027-01-31'`);
    expect(added.map(({ kind, periodKey }) => [kind, periodKey])).toEqual([
      ['BRAND_USAGE', '2027-01'],
      ['LEVEL4_INCIDENTS', '2027-01'],
      ['OPERATION_REPORT', '2027-01'],
    ]);
  });
});

describe('a provisional deadline', () => {
  it('is counted again once the holidays of the new year are known', async () => {
    const announced = new WorkCalendar({
      coveredYears: [2026, 2027],
      days: [...STATE_COUNCIL_CALENDAR.days, { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' }],
    });
    await recountProvisional(world.runtime.db, announced);
    expect(await recountProvisional(world.runtime.db, announced)).toBe(0);
    const late = await filings(sql`period_end = '2026-12-31' and kind <> 'LEVEL4_INCIDENTS'`);
    expect(late).toHaveLength(6);
    for (const { dueOn, dueProvisional } of late)
      expect([dueOn, dueProvisional]).toEqual(['2027-01-15', false]);
  });
});

describe('a filing is submitted, registered or returned, never rejected (articles 47 and 53)', () => {
  it('needs its written document for commercial cooperation, not for the use of the brand', async () => {
    startClockAt('2026-10-12T09:00:00+08:00');
    const cooperation = await idOf('COMMERCIAL_COOPERATION', '2026Q3');
    const submission = { id: cooperation, input: { summary: '本季新增合作两项。' } };
    const { refusal } = await world.attempt(filing, 'submit', world.company, submission);
    expect(refusal).toMatchObject({
      code: 'DOCUMENTS_MISSING',
      articles: [53],
      details: [{ path: 'documents.REPORT', message: '商业合作备案须附书面报告' }],
    });
    await world.take(filing, 'submit', world.company, { ...submission, documents: ['REPORT'] });
    const brand = await idOf('BRAND_USAGE', '2026Q3');
    const { state } = await world.take(filing, 'submit', world.company, {
      id: brand,
      input: { summary: '无违规使用。' },
    });
    expect(state).toBe('SUBMITTED');
  });

  it('is returned with a reason, and due again ten working days after that', async () => {
    startClockAt('2026-10-13T09:00:00+08:00');
    const id = await idOf('COMMERCIAL_COOPERATION', '2026Q3');
    expect(await world.refusal(filing, 'return', world.management, { id })).toBe('REASON_REQUIRED');
    const returned = await world.take(filing, 'return', world.management, { id, reason: '缺合作方名单' });
    // 14 to 16, 19 to 23, 26, 27 October
    expect(returned.state).toBe('RETURNED');
    expect((await filings(sql`id = ${id}`))[0]!.dueOn).toBe('2026-10-27');
    const again = { id, input: { summary: '已补合作方名单。' } };
    expect((await world.take(filing, 'submit', world.company, again)).state).toBe('SUBMITTED');
  });

  it('is numbered by the management unit alone', async () => {
    const id = await idOf('COMMERCIAL_COOPERATION', '2026Q3');
    expect(await world.refusal(filing, 'acknowledge', world.company, { id })).toBe('FORBIDDEN_ROLE');
    const filed = await world.take(filing, 'acknowledge', world.management, { id });
    expect(filed).toMatchObject({ state: 'FILED', filingNumber: 'ZGT-BA-2026-0001' });
    expect(Object.keys(filing.lifecycle.actions)).toEqual(['open', 'submit', 'acknowledge', 'return']);
  });
});

describe('a report, a record and a filing are three different things (articles 47, 50, 53, 69 and 73)', () => {
  it('each is registered under a number of its own kind, and the annual report needs its document [duty 47.2]', async () => {
    startClockAt('2027-01-05T09:00:00+08:00');
    const registered = async (kind: string, periodKey: string, documents: string[]) => {
      const id = await idOf(kind, periodKey);
      await world.take(filing, 'submit', world.company, { id, input: { summary: '情况正常。' }, documents });
      await world.take(filing, 'acknowledge', world.management, { id });
      const { filing: asked } = await world.ask(
        world.management,
        'query ($id: ID!) { filing(id: $id) { form formLabel filingNumber } }',
        { id },
      );
      return [asked.form, asked.formLabel, asked.filingNumber.replace(/-\d{4}$/, '')];
    };
    expect(await registered('BRAND_USAGE', '2026Q4', [])).toEqual(['RECORD_REPORT', '报备', 'ZGT-BB-2027']);
    expect(await registered('OVERALL_SAFETY', '2026Q4', [])).toEqual(['REPORT', '报告', 'ZGT-BG-2027']);
    const annual = await idOf('ANNUAL_REPORT', '2026');
    expect(
      await world.refusal(filing, 'submit', world.company, { id: annual, input: { summary: '全年' } }),
    ).toBe('DOCUMENTS_MISSING');
    expect(await registered('ANNUAL_REPORT', '2026', ['REPORT'])).toEqual(['FILING', '备案', 'ZGT-BA-2027']);
  });

  it('records and filings are returned when they are incomplete; a report is read, with what is thought of it', async () => {
    startClockAt('2027-01-06T09:00:00+08:00');
    const submitted = async (kind: string) => {
      const id = await idOf(kind, '2026Q4');
      const documents = kind === 'COMMERCIAL_COOPERATION' ? ['REPORT'] : [];
      await world.take(filing, 'submit', world.company, { id, input: { summary: '情况正常。' }, documents });
      return { id, reason: '缺附表' };
    };
    const report = await submitted('GOVERNMENT_DATA_OPERATION');
    expect(await world.refusal(filing, 'return', world.management, report)).toBe('ILLEGAL_TRANSITION');
    const filed = await submitted('COMMERCIAL_COOPERATION');
    expect((await world.take(filing, 'return', world.management, filed)).state).toBe('RETURNED');
    expect((await world.take(filing, 'acknowledge', world.management, report)).state).toBe('FILED');
    const { filing: asked } = await world.ask(
      world.company,
      'query ($id: ID!) { filing(id: $id) { history { action reason } } }',
      { id: report.id },
    );
    expect(asked.history).toContainEqual({ action: 'acknowledge', reason: '缺附表' });
  });

  it('the supervision report tells how the inspections of its period went [duty 47.2]', async () => {
    startClockAt('2027-01-30T09:00:00+08:00');
    await openDueInspections(world.runtime, now());
    const { rows } = await sql<{ id: string }>`select id from operations.inspection_task
      where cycle = 'DAILY' and period_key in ('2027-01-04', '2027-01-05')`.execute(world.runtime.db);
    for (const { id } of rows) {
      await world.take(inspectionTask, 'start', world.company, { id });
      await world.take(inspectionTask, 'complete', world.company, { id, input: { summary: '正常' } });
    }
    const period = { periodStart: '2027-01-01', periodEnd: '2027-01-31' };
    const opened = await world.take(
      filing,
      'open',
      { ...world.company, via: 'SYSTEM' },
      { input: { kind: 'OPERATION_REPORT', periodKey: '2027-01 试算', ...period } },
    );
    expect(
      (opened.prefill as any).figures.filter(({ measure }: { measure: string }) => measure === 'PERIOD'),
    ).toEqual([
      { noun: 'InspectionTask', measure: 'PERIOD', name: 'DONE_NORMAL', count: 2 },
      // 28 days, the weeks to the 3rd, 10th, 17th, 24th and 31st, and the month
      { noun: 'InspectionTask', measure: 'PERIOD', name: 'SCHEDULED', count: 34 },
    ]);
  });
});
