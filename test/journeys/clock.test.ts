import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../harness/client.ts';
import { brandInput, registeredMark } from './brand.ts';
import {
  activeUnit,
  done,
  draftUnit,
  look,
  type Parties,
  signInParties,
  submitUnit,
  type Unit,
} from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

interface Deadline {
  name: string;
  dueAt: string;
  overdue: boolean;
  provisional: boolean;
  remainingWorkingDays: number | null;
}

async function deadlines(by: Client, noun: string, id: string): Promise<Deadline[]> {
  const { data } = await by.ask(
    `query($id: ID!) { found: ${noun}(id: $id) { deadlines { name dueAt overdue provisional remainingWorkingDays } } }`,
    { id },
  );
  return data.found.deadlines;
}

/** How often the organisation was told that something of the record is overdue. */
async function overdueNotices(by: Client, recordId: string): Promise<number> {
  const { data } = await by.ask('{ notifications(first: 100) { edges { node { recordId action } } } }');
  return data.notifications.edges.filter(
    ({ node }: any) => node.recordId === recordId && node.action === 'overdue',
  ).length;
}

/** Waits until it is so, for 20 s at most; the expectation after it says what is wrong. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await delay(100);
}

interface Filing {
  id: string;
  kind: string;
  periodKey: string;
  dueOn: string;
  status: string;
  filingNumber: string | null;
}

/** What the calendar of the journey brings; the demonstration has filings of earlier periods. */
async function filings(by: Client): Promise<Filing[]> {
  const { data } = await by.ask(
    '{ filings(first: 100) { edges { node { id kind periodKey dueOn status filingNumber } } } }',
  );
  const found: Filing[] = data.filings.edges.map(({ node }: any) => node).reverse();
  return found.filter(({ dueOn }) => dueOn > '2026-10-01');
}

const keys = (found: Filing[]) => found.map(({ kind, periodKey }) => `${kind} ${periodKey}`).sort();

const THIRD_QUARTER = [
  'BRAND_USAGE 2026Q3',
  'COMMERCIAL_COOPERATION 2026Q3',
  'GOVERNMENT_DATA_OPERATION 2026Q3',
  'LEVEL4_INCIDENTS 2026-09',
  'OPERATION_REPORT 2026-09',
  'OVERALL_SAFETY 2026Q3',
];

describe.each(DATABASES)('法定时限 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  let unit: Unit;
  let brand: string;
  let submitted: Unit;
  let stopOrder: string;

  beforeAll(async () => {
    place = await openPlace(database);
    // Thursday, ten in the morning in Nanning: Mid-autumn on the 25th, National Day from 1 to 7 October, a make-up
    // Saturday on the 10th.
    await place.startAt('2026-09-24T02:00:00Z');
    parties = await signInParties(place.url);
    unit = await activeUnit(place.url, parties);
    const { client } = unit;
    const term = { validFrom: '2026-09-24', validUntil: '2027-08-31' };
    brand = done(
      await client.act(
        'requestBrandAuthorization',
        await brandInput(client, await registeredMark(client), term),
      ),
    );
    submitted = await draftUnit(place.url);
    await submitUnit(submitted);
  }, START_MS);
  afterAll(() => place?.leave());

  test('deadlines count working days: past holidays, with make-up days, to the end of the last day', async () => {
    const ten = {
      dueAt: '2026-10-15T16:00:00.000Z',
      remainingWorkingDays: 10,
      overdue: false,
      provisional: false,
    };
    const five = {
      dueAt: '2026-10-09T16:00:00.000Z',
      remainingWorkingDays: 5,
      overdue: false,
      provisional: false,
    };
    expect(await deadlines(unit.client, 'brandAuthorization', brand)).toEqual([{ name: 'endorse', ...five }]);
    expect(await deadlines(submitted.client, 'ecosystemUnit', submitted.id)).toEqual([
      { name: 'authorize', ...ten },
    ]);
    const { data } = await parties.gongsi.ask(
      '{ dutyCalendar(from: "2026-10-09", to: "2026-10-09") { recordId title overdue articles } }',
    );
    expect(data.dutyCalendar).toContainEqual({
      recordId: brand,
      title: '审核品牌授权申请',
      overdue: false,
      articles: [50],
    });
  });

  test('a duty in minutes runs on by the clock', async () => {
    const { gongsi } = parties;
    const acted = await gongsi.act('issueStopOrder', {
      ecosystemUnitId: unit.id,
      activities: ['未经授权的线下活动'],
      adverseEffect: '误导公众',
      reason: '越权经营',
      documents: [{ kind: 'EVIDENCE', documentId: await gongsi.upload() }],
    });
    stopOrder = done(acted);
    const { data } = await gongsi.ask(
      'query($id: ID!) { stopOrder(id: $id) { createdAt deadlines { name dueAt } } }',
      { id: stopOrder },
    );
    const [confirm] = data.stopOrder.deadlines;
    expect(confirm.name).toBe('confirm');
    expect(Date.parse(confirm.dueAt) - Date.parse(data.stopOrder.createdAt)).toBe(30 * 60_000);
  });

  test('what is overdue is told once, to who owes it and to the management unit; a quarter still running has no filing', async () => {
    await place.startAt('2026-09-30T15:57:00Z');
    await until(async () => (await overdueNotices(unit.client, stopOrder)) > 0);
    expect(await overdueNotices(unit.client, stopOrder)).toBe(1);
    expect(await overdueNotices(parties.guanli, stopOrder)).toBe(1);
    expect(await overdueNotices(parties.gongsi, stopOrder)).toBe(0);
    // The same round that told it would have opened filings and told of other deadlines.
    expect(await filings(parties.gongsi)).toEqual([]);
    expect(await overdueNotices(parties.gongsi, brand)).toBe(0);
  });

  test('articles 47, 50 and 53: the end of the quarter opens one filing of each kind, due ten working days later [duty 50.3]', async () => {
    await place.startAt('2026-09-30T16:00:01Z');
    const { gongsi } = parties;
    await until(async () => (await filings(gongsi)).length >= 6);
    const opened = await filings(gongsi);
    expect(keys(opened)).toEqual(THIRD_QUARTER);
    // Incidents of level 4 have five working days (article 62), the others ten.
    for (const { kind, dueOn, status } of opened)
      expect([dueOn, status]).toEqual([kind === 'LEVEL4_INCIDENTS' ? '2026-10-13' : '2026-10-20', 'DUE']);
    const usage = opened.find(({ kind }) => kind === 'BRAND_USAGE')!;
    expect(await deadlines(gongsi, 'filing', usage.id)).toEqual([
      {
        name: 'submit',
        dueAt: '2026-10-20T16:00:00.000Z',
        overdue: false,
        provisional: false,
        remainingWorkingDays: 10,
      },
    ]);
  });

  test('articles 47 and 53: a filing is submitted, returned with a new day, submitted again and numbered [duty 53.3]', async () => {
    const { gongsi, guanli } = parties;
    const found = await filings(gongsi);
    const cooperation = found.find(({ kind }) => kind === 'COMMERCIAL_COOPERATION')!.id;
    const summary = '本季新增合作两项。';
    expect((await gongsi.act('submitFiling', { id: cooperation, summary })).refusal).toMatchObject({
      code: 'DOCUMENTS_MISSING',
      details: [{ path: 'documents.REPORT' }],
    });
    const documents = [{ kind: 'REPORT', documentId: await gongsi.upload() }];
    expect((await guanli.act('submitFiling', { id: cooperation, summary })).refusal?.code).toBe(
      'FORBIDDEN_ROLE',
    );
    done(await gongsi.act('submitFiling', { id: cooperation, summary, documents }));
    expect((await gongsi.act('acknowledgeFiling', { id: cooperation })).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await guanli.act('returnFiling', { id: cooperation })).refusal?.code).toBe('REASON_REQUIRED');
    done(await guanli.act('returnFiling', { id: cooperation, reason: '缺少金额' }));
    const running = (await deadlines(gongsi, 'filing', cooperation)).filter(
      (one) => one.remainingWorkingDays !== null,
    );
    expect(running.map(({ name, dueAt }) => [name, dueAt])).toEqual([['submit', '2026-10-20T16:00:00.000Z']]);
    done(await gongsi.act('submitFiling', { id: cooperation, summary }));
    done(await guanli.act('acknowledgeFiling', { id: cooperation }));
    const filed = (await filings(gongsi)).find(({ id }) => id === cooperation)!;
    expect(filed).toMatchObject({ status: 'FILED', filingNumber: 'ZGT-BA-2026-0002' });
  });

  test('not a second before the last day is over is a filing late', async () => {
    const { gongsi, guanli } = parties;
    const usage = (await filings(gongsi)).find(({ kind }) => kind === 'BRAND_USAGE')!.id;
    await place.startAt(
      new Date(Date.parse('2026-10-20T16:00:00Z') - place.startTook - 45_000).toISOString(),
    );
    await until(async () => (await overdueNotices(gongsi, brand)) > 0);
    expect(await overdueNotices(gongsi, brand)).toBe(1);
    expect(await overdueNotices(guanli, brand)).toBe(1);
    expect(await overdueNotices(gongsi, usage)).toBe(0);
    expect((await deadlines(gongsi, 'filing', usage))[0]).toMatchObject({
      overdue: false,
      remainingWorkingDays: 0,
    });

    await place.startAt('2026-10-20T16:00:00Z');
    await until(async () => (await overdueNotices(gongsi, usage)) > 0);
    expect(await overdueNotices(gongsi, usage)).toBe(1);
    expect(await overdueNotices(guanli, usage)).toBe(1);
    expect((await deadlines(gongsi, 'filing', usage))[0]).toMatchObject({ overdue: true });
    // Told before, and not again after two more starts.
    expect(await overdueNotices(gongsi, brand)).toBe(1);
    expect(await overdueNotices(unit.client, stopOrder)).toBe(1);
    expect(keys(await filings(gongsi))).toEqual(THIRD_QUARTER);

    done(await gongsi.act('submitFiling', { id: usage, summary: '补报。' }));
    done(await guanli.act('acknowledgeFiling', { id: usage }));
    expect(await look(gongsi, 'filing', usage)).toEqual({ status: 'FILED', version: 3 });
  });

  test('into a year whose holidays are not announced, a deadline says that it is provisional', async () => {
    const { gongsi } = parties;
    await place.startAt('2026-12-31T16:00:01Z');
    await until(async () => (await filings(gongsi)).length >= 17);
    const all = await filings(gongsi);
    expect(keys(all)).toEqual([
      'ANNUAL_REPORT 2026',
      'BRAND_USAGE 2026Q3',
      'BRAND_USAGE 2026Q4',
      'COMMERCIAL_COOPERATION 2026Q3',
      'COMMERCIAL_COOPERATION 2026Q4',
      'GOVERNMENT_DATA_OPERATION 2026Q3',
      'GOVERNMENT_DATA_OPERATION 2026Q4',
      'LEVEL4_INCIDENTS 2026-09',
      'LEVEL4_INCIDENTS 2026-10',
      'LEVEL4_INCIDENTS 2026-11',
      'LEVEL4_INCIDENTS 2026-12',
      'OPERATION_REPORT 2026-09',
      'OPERATION_REPORT 2026-10',
      'OPERATION_REPORT 2026-11',
      'OPERATION_REPORT 2026-12',
      'OVERALL_SAFETY 2026Q3',
      'OVERALL_SAFETY 2026Q4',
    ]);
    const last = all.find(({ kind, periodKey }) => kind === 'BRAND_USAGE' && periodKey === '2026Q4')!;
    expect(last.dueOn).toBe('2027-01-14');
    expect(await deadlines(gongsi, 'filing', last.id)).toMatchObject([
      { name: 'submit', dueAt: '2027-01-14T16:00:00.000Z', provisional: true, overdue: false },
    ]);
    const october = all.find(
      ({ kind, periodKey }) => kind === 'OPERATION_REPORT' && periodKey === '2026-10',
    )!;
    expect(october.dueOn).toBe('2026-11-13');
    expect((await deadlines(gongsi, 'filing', october.id))[0]).toMatchObject({
      provisional: false,
      overdue: true,
    });
  });
});
