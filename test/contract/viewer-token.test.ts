import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ecosystemSchema } from '@zgt/ecosystem/schema.ts';
import { clockOffsetMs, now } from '@zgt/runtime/clock.ts';
import {
  GATHERED_PATH,
  GATHERED_TYPE,
  SIGNATURE_HEADER,
  signGathered,
} from '@zgt/runtime/graphql/gathered.ts';
import { createSubgraphServer } from '@zgt/runtime/graphql/serve.ts';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import { openTestRuntime, requestBy, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { signContext } from '@zgt/runtime/viewer-token.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client } from '../harness/client.ts';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';

const SECRET = 'a-secret-that-both-sides-know-000001';
const MANAGEMENT: Viewer = {
  ...ANONYMOUS,
  via: 'SESSION',
  accountId: 'account-1',
  accountName: 'Wei',
  organizationId: '00000000-0000-7000-8000-000000000001',
  party: 'MANAGEMENT_UNIT',
  roles: ['HEAD', 'APPROVER'],
};
const QUERIES = {
  data: '{ ecosystemUnits { edges { node { id } } } }',
  _service: '{ _service { sdl } }',
  _entities: `{ _entities(representations: [{ __typename: "EcosystemUnit", id: "00000000-0000-7000-8000-000000000001" }]) { __typename } }`,
};

let runtime: TestRuntime;
let server: ReturnType<typeof createSubgraphServer>;
let url: string;
beforeAll(async () => {
  runtime = await openTestRuntime();
  server = createSubgraphServer('ecosystem', ecosystemSchema(), runtime, SECRET);
  await server.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql`;
});
afterAll(async () => {
  await server.close();
  await runtime.close();
});

interface Answer {
  data: { _service: { sdl: string } } | null;
  errors?: unknown[];
}

async function post(query: string, headers: Record<string, string>) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const context = requestBy(MANAGEMENT);
const signed = (secret: string, audience: string) => signContext(secret, audience, context);

/** The same claims, but the token says that it needs no signature. */
function unsigned(): string {
  const seconds = Math.floor(now().getTime() / 1000);
  const claims = { context, iss: 'zgt-gateway', aud: 'ecosystem', iat: seconds, exp: seconds + 60 };
  return `${base64({ alg: 'none' })}.${base64(claims)}.`;
}

async function altered(): Promise<string> {
  const [head, , signature] = (await signed(SECRET, 'ecosystem')).split('.');
  const seconds = Math.floor(now().getTime() / 1000);
  const claims = { context, iss: 'zgt-gateway', aud: 'ecosystem', iat: seconds, exp: seconds + 86_400 };
  return `${head}.${base64(claims)}.${signature}`;
}

/** Signed as the gateway signs, but valid for another time. */
function dated(from: number, until: number): string {
  const seconds = Math.floor(now().getTime() / 1000);
  const claims = { context, iss: 'zgt-gateway', aud: 'ecosystem', iat: seconds + from, exp: seconds + until };
  const signing = `${base64({ alg: 'HS256' })}.${base64(claims)}`;
  return `${signing}.${createHmac('sha256', SECRET).update(signing).digest('base64url')}`;
}

const BAD: [string, () => Promise<Record<string, string>>][] = [
  ['no token', async () => ({})],
  ['a viewer in plain JSON', async () => ({ 'x-zgt-viewer': JSON.stringify(MANAGEMENT) })],
  [
    'a token signed with another secret',
    async () => ({ 'x-zgt-viewer': await signed(`${SECRET}x`, 'ecosystem') }),
  ],
  ['a token without signature', async () => ({ 'x-zgt-viewer': unsigned() })],
  ['a token altered after signing', async () => ({ 'x-zgt-viewer': await altered() })],
  ['an expired token', async () => ({ 'x-zgt-viewer': dated(-120, -60) })],
  ['a token for another subgraph', async () => ({ 'x-zgt-viewer': await signed(SECRET, 'apps') })],
  ['the token as a bearer', async () => ({ authorization: `Bearer ${await signed(SECRET, 'ecosystem')}` })],
  ['headers that name a role', async () => ({ 'x-role': 'MANAGEMENT_UNIT', 'x-user-id': 'account-1' })],
];

describe.each(BAD)('a subgraph asked with %s', (_, headers) => {
  it.each(Object.entries(QUERIES))('refuses %s', async (_name, query) => {
    const { status, body } = await post(query, await headers());
    expect(status).toBe(401);
    expect(body).toEqual({
      errors: [{ message: '子图只接受网关的请求。', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

it('a subgraph refuses a direct GET as well', async () => {
  const answer = await fetch(`${url}?query=${encodeURIComponent('{ _service { sdl } }')}`);
  expect(answer.status).toBe(401);
});

it('a subgraph answers what the gateway signed for it, _service and _entities too', async () => {
  const headers = { 'x-zgt-viewer': await signed(SECRET, 'ecosystem') };
  expect((await post(QUERIES.data, headers)).body).toEqual({ data: { ecosystemUnits: { edges: [] } } });
  expect((await post(QUERIES.data, { 'x-zgt-viewer': dated(0, 60) })).status).toBe(200);
  expect((await post(QUERIES._service, headers)).body.data!._service.sdl).toContain('type EcosystemUnit');
  expect((await post(QUERIES._entities, headers)).body).toEqual({ data: { _entities: [null] } });
});

describe('gathered operations', () => {
  const body = `${JSON.stringify({ query: QUERIES._entities, context })}\n`;
  const ago = (seconds: number) => now().getTime() - clockOffsetMs() - seconds * 1000;
  const gathered = (signature: string | null, text = body) =>
    fetch(url.replace('/graphql', GATHERED_PATH), {
      method: 'POST',
      headers: { 'content-type': GATHERED_TYPE, ...(signature && { [SIGNATURE_HEADER]: signature }) },
      body: text,
    });

  it.each<[string, () => string | null, string?]>([
    ['no signature', () => null],
    ['something else in its place', () => 'signed'],
    ['the signature of another secret', () => signGathered(`${SECRET}x`, 'ecosystem', body)],
    ['the signature for another subgraph', () => signGathered(SECRET, 'apps', body)],
    ['an old signature', () => signGathered(SECRET, 'ecosystem', body, ago(61))],
    ['a signature of times to come', () => signGathered(SECRET, 'ecosystem', body, ago(-61))],
    [
      'a body altered after signing',
      () => signGathered(SECRET, 'ecosystem', body),
      body.replace('HEAD', 'EVIL'),
    ],
    ['a line added after signing', () => signGathered(SECRET, 'ecosystem', body), body + body],
  ])('are refused with %s', async (_, signature, text) => {
    const answer = await gathered(signature(), text);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('are answered line by line when the gateway signed them, refused documents too', async () => {
    const unknown = JSON.stringify({ query: '{ nothing }', context });
    const text = `${body}${unknown}\n`;
    const answer = await gathered(signGathered(SECRET, 'ecosystem', text, ago(59)), text);
    expect(answer.status).toBe(200);
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.toSorted()).toEqual([
      [0, { data: { _entities: [null] } }],
      [1, { data: null, errors: [expect.objectContaining({ message: expect.stringContaining('nothing') })] }],
    ]);
  });
});

describe('the gateway', () => {
  let gateway: RunningServer;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await copyPreparedDatabase(folder.path);
    gateway = await startServer({ DATA_DIR: folder.path });
  });
  afterAll(async () => {
    await gateway?.stop();
    await folder?.remove();
  });

  it('ignores a viewer that a client brings along', async () => {
    for (const token of [JSON.stringify(MANAGEMENT), await signed(SECRET, 'ecosystem')]) {
      const { data } = await client(gateway.url).ask(
        '{ viewer { via roles } ecosystemUnits { edges { node { id } } } }',
        {},
        { 'x-zgt-viewer': token, 'x-role': 'MANAGEMENT_UNIT' },
      );
      expect(data.viewer).toEqual({ via: 'ANONYMOUS', roles: [] });
      expect(data.ecosystemUnits.edges).toEqual([]);
    }
  });
});
