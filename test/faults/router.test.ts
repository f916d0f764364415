import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, client, signIn } from '../harness/client.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { type StandInRouter, startStandInRouter } from '../harness/stand-in-router.ts';
import { admitUnit, endorsedBrand, take } from './main-journey.ts';

const SUBGRAPHS = ['ecosystem', 'apps', 'operations'] as const;
const UNKNOWN = '0198c000-0000-7000-8000-000000000000';

let postgres: PostgresServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let router: StandInRouter;
const running = new Map<string, RunningServer>();
let url: string;
let company: Client;
let management: Client;

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), temporaryFolder()]);
  const environment = {
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: folder.path,
    DEMO: 'on',
    SUBGRAPH_SECRET: 'a-secret-that-every-process-knows-01',
  };
  const start = async (ROLE: string, more: Record<string, string> = {}) => {
    const PORT = String(await freePort());
    running.set(ROLE, await startServer({ ...environment, ...more, ROLE, PORT }));
  };
  await start('worker');
  await Promise.all(SUBGRAPHS.map((role) => start(role)));
  router = await startStandInRouter(
    Object.fromEntries(SUBGRAPHS.map((role) => [role, running.get(role)!.url])),
  );
  // It is told of no subgraph: whatever it answers came through the router.
  const nowhere = 'http://127.0.0.1:1';
  await start('gateway', {
    ROUTER_URL: router.url,
    ECOSYSTEM_URL: nowhere,
    APPS_URL: nowhere,
    OPERATIONS_URL: nowhere,
  });
  url = running.get('gateway')!.url;
  company = await signIn(url, 'gongsi');
  management = await signIn(url, 'guanli');
}, 120_000);

afterAll(async () => {
  await Promise.all([...running.values()].map((server) => server.stop()));
  await router?.close();
  await postgres?.stop();
  await folder?.remove();
}, 60_000);

it('carries the main journey, its keys and the viewer through a router to the subgraphs', async () => {
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const unit = await admitUnit(url, { company, management }, 'luyou-yi', 1);
  const id = await endorsedBrand(unit.client, company);
  const consent = () =>
    management.act('consentBrandAuthorization', { id }, { 'idempotency-key': `consent-${id}` });
  const first = await consent();
  expect(first).toMatchObject({ id, status: 'EFFECTIVE', refusal: null });
  expect(await consent()).toEqual(first);
  const { data, errors } = await unit.client.ask(
    'query($id: ID!) { viewer { via } brandAuthorization(id: $id) { status ecosystemUnit { status } } workItems { edges { node { number } } } }',
    { id },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    viewer: { via: 'SESSION' },
    brandAuthorization: { status: 'EFFECTIVE', ecosystemUnit: { status: 'ACTIVE' } },
  });
});

it('refuses as typed data what may not be done, also through a router', async () => {
  const unit = await admitUnit(url, { company, management }, 'luyou-er', 2);
  const id = await endorsedBrand(unit.client, company);
  const acted = await company.act('consentBrandAuthorization', { id });
  expect(acted.refusal).toMatchObject({ code: 'FORBIDDEN_ROLE', articles: [3, 50] });
  await take(management, 'consentBrandAuthorization', { id });
});

it('sends the router neither cookies, nor tokens, nor headers that a client made up', async () => {
  router.received.length = 0;
  const { data } = await client(url, management.token).ask(
    '{ viewer { via } }',
    {},
    { cookie: 'other=1', 'x-zgt-viewer': 'forged', 'x-role': 'MANAGEMENT_UNIT' },
  );
  expect(data.viewer.via).toBe('SESSION');
  const known = [
    'x-zgt-viewer',
    'x-request-id',
    'content-type',
    'accept',
    'content-length',
    'host',
    'connection',
  ];
  expect(router.received.flat().filter((name) => !known.includes(name))).toEqual([]);
});

it('whoever calls the router itself is nobody: each subgraph refuses', async () => {
  const answer = await fetch(router.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${management.token}` },
    body: JSON.stringify({
      query: '{ capabilities { edges { node { code } } } trademarks { edges { node { id } } } }',
    }),
  });
  const { data, errors } = (await answer.json()) as {
    data: unknown;
    errors: { extensions: { code: string } }[];
  };
  expect(data).toBeNull();
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAUTHENTICATED']));
});

it('holds the gateway’s limits before anything reaches the router', async () => {
  router.received.length = 0;
  const aliases = Array.from(
    { length: 40 },
    (_, index) => `a${index}: capabilities { edges { node { id } } }`,
  );
  const { errors } = await management.ask(`{ ${aliases.join(' ')} }`);
  expect(errors!.length).toBeGreaterThan(0);
  expect(router.received).toEqual([]);
});

it('answers in part and without addresses while a subgraph is down behind the router', async () => {
  await running.get('ecosystem')!.kill();
  const partial = await client(url).ask(
    `{ capabilities { edges { node { code } } } brandAuthorization(id: "${UNKNOWN}") { status } }`,
  );
  expect(partial.data.capabilities.edges.length).toBeGreaterThan(0);
  expect(partial.data.brandAuthorization).toBeNull();
  expect(partial.errors).toHaveLength(1);
  expect(JSON.stringify(partial)).not.toContain('127.0.0.1');
});

it('is not ready and says so in words when no router answers', async () => {
  await router.close();
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  const { data, errors } = await client(url).ask('{ capabilities { edges { node { code } } } }');
  expect(data).toBeNull();
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
});
