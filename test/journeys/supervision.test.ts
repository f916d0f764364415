import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, client } from '../harness/client.ts';
import { done, type Parties, signInParties } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const SECRET = 'what both platforms agreed on, 32 characters';

/** Waits until it is so, for 20 s at most; the expectation after it says what is wrong. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await delay(100);
}

/** A 12345 platform on a real port, which takes every ticket. */
async function openPlatform() {
  const taken: { path: string; key: unknown; body: any }[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    taken.push({ path: request.url!, key: request.headers['idempotency-key'], body: JSON.parse(body) });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ externalNumber: 'GX-2026-77' }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { taken, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe.each(DATABASES)('监督与热线 on %s', (database) => {
  let place: Place;
  let platform: Awaited<ReturnType<typeof openPlatform>>;
  let parties: Parties;
  let anyone: Client;

  beforeAll(async () => {
    platform = await openPlatform();
    place = await openPlace(database, {
      HOTLINE_12345_URL: platform.url,
      HOTLINE_12345_SECRET: SECRET,
    });
    await place.startAt('2026-11-23T01:00:00Z');
    parties = await signInParties(place.url);
    anyone = client(place.url);
  }, START_MS);
  afterAll(async () => {
    await place?.leave();
    platform?.close();
  });

  test('article 47: inspections of every cycle are there by themselves, to be started and finished [duty 47.1]', async () => {
    const { gongsi, yezhu } = parties;
    const tasks = async (by: Client) =>
      (
        await by.ask('{ inspectionTasks(first: 50) { edges { node { id cycle status periodKey } } } }')
      ).data.inspectionTasks.edges.map(({ node }: any) => node);
    const cycles = async () => new Set((await tasks(gongsi)).map(({ cycle }: any) => cycle));
    await until(async () => (await cycles()).size === 5);
    const found = await tasks(yezhu);
    expect(new Set(found.map(({ cycle }: any) => cycle))).toEqual(
      new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'ANNUAL']),
    );
    const daily = found.find(({ cycle }: any) => cycle === 'DAILY').id;
    expect((await yezhu.act('startInspectionTask', { id: daily })).refusal?.code).toBe('FORBIDDEN_ROLE');
    done(await gongsi.act('startInspectionTask', { id: daily }));
    const abnormal = { id: daily, abnormalItems: ['DAILY_SIGN_IN'], summary: '登录偶发失败' };
    expect((await gongsi.act('completeInspectionTask', abnormal)).refusal).toMatchObject({
      code: 'FOLLOW_UP_REQUIRED',
      articles: [47],
    });
    const acted = await gongsi.act('completeInspectionTask', { id: daily, summary: '正常' });
    expect(acted.status).toBe('DONE_NORMAL');
  });

  test('article 41: an app with a problem is off the catalogue at once, and its provider has to mend it [duty 41.1]', async () => {
    const { gongsi } = parties;
    const { data } = await anyone.ask(
      '{ apps(first: 50) { edges { node { id name serviceClass status } } } }',
    );
    const app = data.apps.edges
      .map(({ node }: any) => node)
      .find(({ serviceClass, status }: any) => serviceClass === 'MARKET' && status === 'LISTED');
    const id = done(
      await gongsi.act('openProblemCase', {
        scope: 'MARKET_CONSTRUCTION',
        appId: app.id,
        severity: 'SERIOUS',
        findings: '未经同意读取通讯录',
        minutesSinceDiscovery: 3,
      }),
    );
    const order = {
      id,
      basis: 'AGREEMENT',
      noticeText: '因问题处置暂停服务。',
      demands: '停止读取并清除数据',
      rectifyBy: '2026-12-20',
    };
    expect((await gongsi.act('orderDelistingProblemCase', order)).refusal).toMatchObject({
      code: 'EVIDENCE_REQUIRED',
      articles: [28, 41],
    });
    done(await gongsi.act('keepEvidenceProblemCase', { id }));
    done(await gongsi.act('orderDelistingProblemCase', order));
    const status = async () =>
      (await gongsi.ask('query($id: ID!) { app(id: $id) { status delistingNotice } }', { id: app.id })).data
        .app;
    await until(async () => (await status()).status === 'FORCED_DELISTED');
    expect(await status()).toEqual({ status: 'FORCED_DELISTED', delistingNotice: order.noticeText });
    const orders = await gongsi.ask(
      'query($id: ID!) { rectifications(filter: { sourceId: $id }) { edges { node { status dueOn } } } }',
      { id },
    );
    expect(orders.data.rectifications.edges.map(({ node }: any) => node)).toEqual([
      { status: 'ISSUED', dueOn: '2026-12-20' },
    ]);
    expect((await gongsi.act('closeProblemCase', { id })).refusal?.code).toBe('REPORT_REQUIRED');
  });

  test('article 59: a question of policy goes to 12345 and its answer comes back under one number [duty 59.3]', async () => {
    const { gongsi } = parties;
    const opened = await anyone.act('openHotlineTicket', { topic: 'POLICY', question: '怎样办理居住证？' });
    const id = done(opened);
    const { number, secret } = opened;
    expect((await gongsi.act('answerHotlineTicket', { id, answer: '请咨询派出所' })).refusal?.code).toBe(
      'FORBIDDEN_ROLE',
    );
    done(await gongsi.act('transferHotlineTicket', { id, transferNote: '请答复政策' }));
    await until(async () => platform.taken.some(({ body }) => body.ticketNumber === number));
    expect(platform.taken.filter(({ body }) => body.ticketNumber === number)).toMatchObject([
      { path: '/tickets', key: `transfer:${number}` },
    ]);
    const progress = async () =>
      (
        await anyone.ask(
          'query($number: String!, $code: String!) { hotlineProgress(number: $number, code: $code) { statusLabel answer } }',
          { number, code: secret },
        )
      ).data.hotlineProgress;
    await until(async () => (await progress()).statusLabel === '已转办');
    expect(await progress()).toEqual({ statusLabel: '已转办', answer: null });

    const { data } = await gongsi.ask('query($id: ID!) { hotlineTicket(id: $id) { updatedAt } }', { id });
    const timestamp = String(Math.floor(Date.parse(data.hotlineTicket.updatedAt) / 1000));
    const body = JSON.stringify({ ticketNumber: number, answer: '持身份证到派出所办理。' });
    const send = (signature: string) =>
      fetch(`${place.url}/hotline/12345/answers`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-zgt-timestamp': timestamp,
          'x-zgt-signature': signature,
        },
        body,
      });
    expect((await send('0'.repeat(64))).status).toBe(401);
    expect(
      (await send(createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex'))).status,
    ).toBe(200);
    expect(await progress()).toEqual({ statusLabel: '已答复', answer: '持身份证到派出所办理。' });
  });

  test('articles 47 and 53: what one owes is in one’s own calendar, until the address is revoked', async () => {
    const subscribed = await parties.gongsi.act('subscribeCalendarFeed', { device: '手机' });
    const id = done(subscribed);
    const calendar = await fetch(subscribed.secret!);
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(await calendar.text()).toContain('完成巡检检测');
    done(await parties.gongsi.act('revokeCalendarFeed', { id }));
    expect((await fetch(subscribed.secret!)).status).toBe(404);
  });
});
