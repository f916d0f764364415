import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { done, type Parties, signInParties } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const QUIET = {
  title: '统一服务平台无法访问',
  description: '用户打不开首页。',
  category: 'FAULT',
  outageScope: 'WHOLE_PLATFORM',
  damagedData: 'NONE',
  dataEffect: 'UNASSESSED',
  threat: 'NONE',
};

const COURSE = `query($id: ID!) { incident(id: $id) { status level nextCrossingAt progressDueAt progressMissed outageEndedAt
  alertFigures { alerts firing received } entries { at kind level } } }`;

describe.each(DATABASES)('事件 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  let token: string;

  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-23T02:00:00Z');
    parties = await signInParties(place.url);
    const issued = await parties.gongsi.act('issueMachineCredential', {
      name: '外部监测',
      purpose: '接收 Alertmanager 的告警',
      validUntil: '2027-06-30',
    });
    done(issued);
    token = issued.secret!;
  }, START_MS);
  afterAll(() => place?.leave());

  const course = async (id: string) => (await parties.guanli.ask(COURSE, { id })).data.incident;

  /** An accepted outage that began so many seconds before what the platform takes for now. */
  const outage = async (secondsAgo: number) => {
    const { data } = await parties.gongsi.ask('{ __typename }');
    expect(data).toBeTruthy();
    const detected = await parties.gongsi.act('detectIncident', QUIET);
    const id = done(detected);
    const { data: seen } = await parties.gongsi.ask('query($id: ID!) { incident(id: $id) { detectedAt } }', {
      id,
    });
    const began = new Date(Date.parse(seen.incident.detectedAt) - secondsAgo * 1000).toISOString();
    const { title: _, description: __, ...facts } = QUIET;
    done(
      await parties.gongsi.act('correctFactsIncident', {
        id,
        ...facts,
        outageStartedAt: began,
        reason: '更正开始时刻',
      }),
    );
    done(await parties.gongsi.act('reportIncident', { id }));
    done(await parties.gongsi.act('acceptIncident', { id }));
    return { id, began: Date.parse(began) };
  };

  test('[duty 61.2] a running outage takes the next level at the very instant, and not in the minute after', async () => {
    const { id, began } = await outage(295);
    expect((await course(id)).level).toBe('LEVEL_4');
    await expect
      .poll(async () => (await course(id)).level, { timeout: 20_000, interval: 200 })
      .toBe('LEVEL_3');
    const { entries } = await course(id);
    const raised = entries.filter(({ kind }: { kind: string }) => kind === 'ESCALATED');
    expect(raised).toHaveLength(1);
    expect(Date.parse(raised[0].at)).toBeGreaterThanOrEqual(began + 300_000);
  });

  const payload = (alerts: object[], groupKey = '{}:{alertname="InstanceDown"}') => ({
    version: '4',
    groupKey,
    status: 'firing',
    receiver: 'zgt',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example.test',
    alerts: alerts.map((alert) => ({
      status: 'firing',
      labels: { alertname: 'InstanceDown', job: 'gateway' },
      annotations: { summary: '网关实例没有应答' },
      startsAt: '2026-11-23T01:59:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: '',
      fingerprint: 'a',
      ...alert,
    })),
  });
  const send = (body: unknown, bearer: string | null = token) =>
    fetch(`${place.url}/incident-alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('[duty 60.1] Alertmanager’s webhook raises one incident for a group and ends its outage', async () => {
    const answers = await Promise.all(
      [{ fingerprint: 'a' }, { fingerprint: 'b' }].map((alert) => send(payload([alert]))),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const raised = async () => {
      const { data } = await parties.guanli.ask(
        `{ incidents(filter: { text: "网关实例" }) { edges { node { id status outageEndedAt alertFigures { alerts firing } } } } }`,
      );
      return data.incidents.edges.map(({ node }: any) => node);
    };
    await expect.poll(async () => (await raised()).length, { timeout: 20_000 }).toBe(1);
    await expect
      .poll(async () => (await raised())[0].alertFigures, { timeout: 20_000 })
      .toEqual({ alerts: 2, firing: 2 });
    const resolved = { status: 'resolved', endsAt: '2026-11-23T01:59:30Z' };
    await send(
      payload([
        { fingerprint: 'a', ...resolved },
        { fingerprint: 'b', ...resolved },
      ]),
    );
    await expect
      .poll(async () => (await raised())[0].outageEndedAt, { timeout: 20_000 })
      .toBe('2026-11-23T01:59:30.000Z');
    expect((await raised())[0].status).toBe('DETECTED');
  });

  test('the webhook refuses who is not a program of those who monitor, and what is not its format', async () => {
    const said = async (answer: Response) => [answer.status, ((await answer.json()) as any).refusal.code];
    expect(await said(await send(payload([{}]), null))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await said(await send(payload([{}]), 'zgt_unknown'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await said(await send(payload([{}]), parties.gongsi.token))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await said(await send({ ...payload([{}]), version: '3' }))).toEqual([422, 'VALIDATION']);
    expect(await said(await send('{'))).toEqual([400, 'VALIDATION']);
    expect(await said(await send('x'.repeat(2 * 1024 * 1024 + 1)))).toEqual([413, 'VALIDATION']);
  });

  test(
    '[duty 62.2] clocks survive a stop: what fell due meanwhile is caught up once, at the start',
    async () => {
      const { id } = await outage(31 * 60);
      expect(await course(id)).toMatchObject({ level: 'LEVEL_1', progressMissed: 0 });
      await place.startAt('2026-11-23T04:00:00Z');
      parties = await signInParties(place.url);
      await expect
        .poll(async () => (await course(id)).progressMissed, { timeout: 30_000, interval: 300 })
        .toBeGreaterThan(0);
      const { entries, progressMissed, progressDueAt } = await course(id);
      expect(entries.filter(({ kind }: { kind: string }) => kind === 'PROGRESS_MISSED')).toHaveLength(1);
      expect(progressMissed).toBeGreaterThanOrEqual(3);
      expect(Date.parse(progressDueAt)).toBeGreaterThan(Date.parse('2026-11-23T04:00:00Z'));
    },
    2 * START_MS,
  );
});
