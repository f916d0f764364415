import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, client, signIn } from '../harness/client.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { admitUnit, endorsedBrand, provisionedCapability, take } from './main-journey.ts';

const ROLES = ['worker', 'ecosystem', 'apps', 'operations', 'portal', 'gateway'] as const;
type Role = (typeof ROLES)[number];

let postgres: PostgresServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let ports: Record<Role, number>;
let environment: Record<string, string>;
const running = new Map<Role, RunningServer>();
let url: string;
let company: Client;
let management: Client;

async function start(role: Role): Promise<void> {
  running.set(role, await startServer({ ...environment, ROLE: role, PORT: String(ports[role]) }));
}

async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const value = await read();
    if (wanted(value) || attempt === 100) return value;
    await delay(150);
  }
}

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await temporaryFolder();
  ports = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await freePort()])),
  ) as typeof ports;
  const at = (role: Role) => `http://127.0.0.1:${ports[role]}`;
  url = at('gateway');
  environment = {
    DATABASE_URL: await postgres.createDatabase(),
    DATA_DIR: folder.path,
    DEMO: 'on',
    SUBGRAPH_SECRET: 'a-secret-that-every-process-knows-01',
    PUBLIC_URL: url,
    GATEWAY_URL: url,
    PORTAL_URL: at('portal'),
    ECOSYSTEM_URL: at('ecosystem'),
    APPS_URL: at('apps'),
    OPERATIONS_URL: at('operations'),
  };
  // The worker first: it makes the job queue's tables and the demonstration. The rest may come up in any order.
  await start('worker');
  await Promise.all((['ecosystem', 'apps', 'operations', 'portal', 'gateway'] as const).map(start));
  company = await signIn(url, 'gongsi');
  management = await signIn(url, 'guanli');
}, 120_000);

afterAll(async () => {
  await Promise.all([...running.values()].map((server) => server.stop()));
  await postgres?.stop();
  await folder?.remove();
}, 60_000);

it('carries the main journey through the gateway to separate processes', async () => {
  const unit = await admitUnit(url, { company, management }, 'juese-yi', 1);
  const brand = await endorsedBrand(unit.client, company);
  await take(management, 'consentBrandAuthorization', { id: brand });
  const { data, errors } = await unit.client.ask(
    'query($id: ID!) { brandAuthorization(id: $id) { status isEffective certificateNumber ecosystemUnit { status } } }',
    { id: brand },
  );
  expect(errors).toBeUndefined();
  expect(data.brandAuthorization).toMatchObject({
    status: 'EFFECTIVE',
    isEffective: false,
    ecosystemUnit: { status: 'ACTIVE' },
  });
  const number = data.brandAuthorization.certificateNumber;
  expect(number).toMatch(/^ZGT-\d{4}-\d{6}-[0-9A-Z]$/);
  const page = await fetch(`${url}/verify/${number}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(number);
}, 30_000);

it('serves the portal and documents at the one address', async () => {
  const home = await fetch(`${url}/`);
  expect(home.status).toBe(200);
  expect(home.headers.get('content-type')).toContain('text/html');
  expect(await home.text()).toContain('智桂通');
  const id = await company.upload('proof.pdf');
  const file = await fetch(`${url}/documents/${id}`, {
    headers: { authorization: `Bearer ${company.token}` },
  });
  expect(file.status).toBe(200);
  expect((await file.text()).startsWith('%PDF-1.4')).toBe(true);
});

it('answers for credentials of capabilities at the one address, though the gateway has no right on them itself', async () => {
  const keys = (await (await fetch(`${url}/oauth/jwks`)).json()) as { keys: { alg: string }[] };
  expect(keys.keys.map(({ alg }) => alg)).toEqual(['ES256']);
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('NS-2026-999999:zgtc_guess')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([
    401,
    'invalid_client',
  ]);
});

it('[duty 38.2] revokes credentials of a terminated unit in another subgraph, by the worker', async () => {
  const unit = await admitUnit(url, { company, management }, 'juese-er', 2);
  const request = await provisionedCapability(unit.client, company);
  await take(company, 'terminateEcosystemUnit', { id: unit.id, clause: '协议第 8 条', reason: '泄露数据' });
  const status = await until(
    async () =>
      (await company.ask('query($id: ID!) { capabilityRequest(id: $id) { status } }', { id: request })).data
        .capabilityRequest.status,
    (now) => now === 'REVOKED',
  );
  expect(status).toBe('REVOKED');
}, 40_000);

it('answers in part while one subgraph is down, and wholly when it is back', async () => {
  await running.get('ecosystem')!.kill();
  const anyone = client(url);
  const both = `{ capabilities { edges { node { code } } } brandAuthorization(id: "0198c000-0000-7000-8000-000000000000") { status } }`;
  const partial = await anyone.ask(both);
  expect(partial.data.capabilities.edges.length).toBeGreaterThan(0);
  expect(partial.data.brandAuthorization).toBeNull();
  expect(partial.errors!.map((error) => error.extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  for (const address of ['127.0.0.1', String(ports.ecosystem), 'ECONNREFUSED'])
    expect(JSON.stringify(partial)).not.toContain(address);
  const others = await company.ask(
    '{ capabilities { edges { node { code } } } workItems { edges { node { number } } } }',
  );
  expect(others.errors).toBeUndefined();
  expect(others.data.capabilities.edges.length).toBeGreaterThan(0);
  await start('ecosystem');
  const again = await until(
    () => company.ask('{ trademarks { edges { node { name } } } }'),
    (answer) => answer.errors === undefined,
  );
  expect(again.data.trademarks.edges).toEqual([{ node: { name: '智桂通' } }]);
}, 40_000);
