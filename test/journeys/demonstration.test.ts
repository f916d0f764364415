import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Parties, signInParties } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

describe.each(DATABASES)('演示数据 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-25T02:00:00Z');
    parties = await signInParties(place.url);
  }, START_MS);
  afterAll(() => place?.leave());

  test('incidents of all levels are there, one of them running with its clock', async () => {
    const { data } = await parties.guanli.ask(
      '{ incidents(first: 50) { edges { node { title status peakLevel progressDueAt detectedAt } } } }',
    );
    const incidents = data.incidents.edges.map(({ node }: any) => node);
    expect(new Set(incidents.map(({ peakLevel }: any) => peakLevel))).toEqual(
      new Set(['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4']),
    );
    const running = incidents.filter(({ status }: any) => status === 'HANDLING');
    expect(running.map(({ title }: any) => title)).toEqual(['景区购票支付失败']);
    expect(Date.parse(running[0].progressDueAt)).toBeGreaterThan(Date.parse('2026-11-25T02:00:00Z'));
    const closed = incidents.find(({ title }: any) => title === '统一身份认证无法登录');
    expect([closed.status, closed.detectedAt.slice(0, 10)]).toEqual(['CLOSED', '2026-11-05']);
  });

  test('what happened earlier stands at its own time, and what was not done is late', async () => {
    const { data } = await parties.guanli.ask(`{
      supervision { late { party } metrics { name points { month } } incidents { month level count } }
      statistics { refusals { code } }
      rectifications(first: 20) { edges { node { status deadlines { name overdue endedAt } } } }
    }`);
    const months = data.supervision.metrics.find(({ name }: any) => name === 'ACTIVE_USERS').points;
    expect(months.map(({ month }: any) => month).slice(-2)).toEqual(['2026-09', '2026-10']);
    expect(months).toHaveLength(12);
    expect(data.supervision.incidents).toContainEqual({ month: '2026-09', level: 'LEVEL_1', count: 1 });
    expect(data.supervision.late.map(({ party }: any) => party)).toContain('PROJECT_COMPANY');
    expect(data.statistics.refusals.map(({ code }: any) => code)).toContain('REPORT_REQUIRED');
    const late = data.rectifications.edges.filter(({ node }: any) =>
      node.deadlines.some(({ overdue, endedAt }: any) => overdue && endedAt === null),
    );
    expect(late).toHaveLength(1);
  });

  test('started again, nothing is there twice', async () => {
    const count = async () => {
      const { data } = await parties.guanli.ask(
        '{ incidents(first: 100) { edges { node { id } } } trademarks(first: 100) { edges { node { id } } } }',
      );
      return [data.incidents.edges.length, data.trademarks.edges.length];
    };
    const before = await count();
    await place.startAt('2026-12-20T02:00:00Z');
    parties = await signInParties(place.url);
    expect(await count()).toEqual(before);
  });
});
