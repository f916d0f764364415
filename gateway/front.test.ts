import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANONYMOUS, type RequestContext, type Viewer } from '@zgt/runtime/viewer.ts';
import { Registry } from 'prom-client';
import { afterEach, expect, test } from 'vitest';
import { CACHED_SUPERGRAPH, createCachedExample } from './cache/example.ts';
import { composeSupergraph } from './compose.ts';
import { createExample, SUBGRAPHS } from './executor/example.ts';
import { createExecutor } from './executor/executor.ts';
import { createFront, type FrontOptions } from './front.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { createLogger } from './logging.ts';

const SIGNED_IN: Viewer = { ...ANONYMOUS, accountId: 'account-1', accountName: '张三', via: 'SESSION' };
const supergraph = composeSupergraph(SUBGRAPHS);
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function authenticate({ cookie, authorization }: IncomingHttpHeaders): Promise<Viewer> {
  if (authorization !== undefined)
    throw Object.assign(new Error('凭证无效或已过期'), { code: 'UNAUTHENTICATED' });
  return cookie === undefined ? ANONYMOUS : SIGNED_IN;
}

const trusted = (body: string, name: string) => ({
  id: createHash('sha256').update(body).digest('hex'),
  name,
  body,
});

async function setUp(changes: Partial<FrontOptions> & { hold?: Promise<void> } = {}) {
  const { hold, ...options } = changes;
  const { calls, order } = createExample();
  const contexts: RequestContext[] = [];
  const lines: string[] = [];
  const log = createLogger({ destination: { write: (line: string) => void lines.push(line) } });
  const people = calls.people!;
  calls.people = async (request, context) => {
    contexts.push(context);
    await hold;
    return people(request, context);
  };
  const front = createFront({
    executor: createExecutor({ supergraph, calls, log }),
    authenticate,
    limits: DEFAULT_LIMITS,
    introspection: true,
    isReady: async () => true,
    log,
    metrics: new Registry(),
    supergraph,
    explorer: false,
    ...options,
  });
  await front.listen({ port: 0, host: '127.0.0.1' });
  closers.push(() => front.close());
  const origin = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { front, origin, post, contexts, lines, order };
}

const MODERN = { accept: 'application/graphql-response+json' };

/** Everything of an answer that a client may read; the request's id is the same for all. */
async function answerOf(origin: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'same', ...headers },
    body: JSON.stringify(body),
  });
  const kept = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers: Object.fromEntries(kept), text: await response.text() };
}

const UNITS =
  'query Units($first: Int) { units(first: $first) { id ...More } } fragment More on Unit { name apps { title } }';
const TWO = 'query One { units { id } } query Two($id: ID!) { unit(id: $id) { name } }';

test.each<[string, unknown, Record<string, string>?]>([
  ['data', { query: UNITS, variables: { first: 2 } }],
  ['no variables', { query: UNITS }],
  ['null for variables and extensions', { query: '{ units { id } }', variables: null, extensions: null }],
  ['errors in part of the data', { query: '{ units { name failing } }' }],
  ['errors and no data', { query: '{ brokenRequired { id } }' }],
  ['hidden errors', { query: '{ leaking leakingUnavailable }' }],
  ['one of two operations', { query: TWO, operationName: 'Two', variables: { id: 'u1' } }],
  ['an operation that is not there', { query: TWO, operationName: 'Three' }],
  ['no choice between two', { query: TWO }],
  ['a missing variable', { query: TWO, operationName: 'Two' }],
  ['a variable of another type', { query: UNITS, variables: { first: 'many' } }],
  ['variables that are no object', { query: UNITS, variables: [1] }],
  ['an operation name that is no text', { query: UNITS, operationName: 7 }],
  ['too much for one answer', { query: UNITS, variables: { first: 1_000_000 } }],
  ['the schema', { query: '{ __schema { queryType { name } } }' }],
  ['another media type', { query: UNITS }, MODERN],
  ['a media type that nobody offers', { query: UNITS }, { accept: 'image/png' }],
  ['no text', { variables: {} }],
])('what comes again is answered as the first time: %s', async (_, body, headers) => {
  const { origin: unused } = await setUp();
  const first = await answerOf(unused, body, headers);
  const { origin } = await setUp();
  await answerOf(origin, { query: UNITS });
  await answerOf(origin, { query: TWO, operationName: 'One' });
  expect(await answerOf(origin, body, headers)).toEqual(first);
  expect(await answerOf(origin, body, headers)).toEqual(first);
});

test('answers a query over the subgraphs', async () => {
  const { post } = await setUp();
  const { status, body } = await post({
    query: 'query($id: ID!) { unit(id: $id) { name apps { id } } }',
    variables: { id: 'u3' },
  });
  expect({ status, body }).toEqual({
    status: 200,
    body: { data: { unit: { name: '漓江', apps: [{ id: 'a3' }] } } },
  });
});

test('the request id is taken when sane, made otherwise, and stands in answer, error and subgraph call', async () => {
  const { post, contexts, lines } = await setUp();
  const given = await post({ query: '{ broken }' }, { 'x-request-id': 'trace-42' });
  expect(given.headers.get('x-request-id')).toBe('trace-42');
  expect(given.body.errors).toEqual([
    {
      message: '参数有误',
      path: ['broken'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'BAD_USER_INPUT', requestId: 'trace-42' },
    },
  ]);
  expect(contexts[0]).toMatchObject({
    requestId: 'trace-42',
    idempotencyKey: null,
    viewer: { via: 'ANONYMOUS' },
  });
  expect(lines.some((line) => line.includes('"requestId":"trace-42"'))).toBe(true);
  const made = await post({ query: '{ broken }' }, { 'x-request-id': 'a b"c' });
  expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(made.body.errors[0].extensions.requestId).toBe(made.headers.get('x-request-id'));
});

test('the idempotency key is handed on; a malformed one is refused', async () => {
  const { post, contexts } = await setUp();
  await post({ query: 'mutation { first }' }, { 'idempotency-key': 'k'.repeat(200) });
  expect(contexts[0]?.idempotencyKey).toBe('k'.repeat(200));
  for (const key of ['k'.repeat(201), 'a b', '']) {
    const { status, body } = await post({ query: 'mutation { first }' }, { 'idempotency-key': key });
    expect({ status, code: body.errors[0].extensions.code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  }
  expect(contexts).toHaveLength(1);
});

test('a mutation over GET is refused and does not run', async () => {
  const { origin, order } = await setUp();
  const response = await fetch(`${origin}/graphql?query=mutation{first}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(response.status).toBe(405);
  expect(order).toEqual([]);
});

test('a form from another site is refused', async () => {
  const { origin, order } = await setUp();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"query":"mutation { first }"}',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await response.json()).errors).toHaveLength(1);
  }
  expect(order).toEqual([]);
});

/** Sends headers that fetch reserves for browsers. */
function rawPost(origin: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${origin}/graphql`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end('{"query":"mutation { first }"}');
  });
}

test('a write with the session cookie must come from this origin', async () => {
  const { origin, order } = await setUp({ publicUrl: 'https://zgt.example.cn' });
  const json = { 'content-type': 'application/json', cookie: 'session=1' };
  const refused = [
    { ...json, 'sec-fetch-site': 'cross-site' },
    { ...json, 'sec-fetch-site': 'same-site' },
    { ...json, origin: 'https://evil.example' },
    { ...json, origin: 'null' },
  ];
  for (const headers of refused) expect(await rawPost(origin, headers)).toBe(403);
  expect(order).toEqual([]);
  const allowed = [
    { ...json, 'sec-fetch-site': 'same-origin', origin },
    { ...json, origin: 'https://zgt.example.cn' },
    json,
    { 'content-type': 'application/json', origin: 'https://evil.example' },
  ];
  for (const headers of allowed) expect(await rawPost(origin, headers)).toBe(200);
});

test('bad credentials are 401 and name no internals', async () => {
  const { post } = await setUp();
  const { status, body } = await post({ query: '{ __typename }' }, { authorization: 'Bearer bad' });
  expect(status).toBe(401);
  expect(body.errors[0]).toMatchObject({
    message: '凭证无效或已过期',
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test('a failing authentication is an internal error without its text', async () => {
  const failing = async () => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
  };
  const { post, lines } = await setUp({ authenticate: failing });
  const { status, body } = await post({ query: '{ __typename }' });
  expect(status).toBe(500);
  expect(body.errors[0].message).toBe('内部错误，请凭请求编号联系平台');
  expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  expect(lines.join('')).toContain('10.0.0.7');
});

test('batches, large bodies, long and costly queries are refused with what to do', async () => {
  const { post, contexts } = await setUp();
  const batch = await post([{ query: '{ __typename }' }]);
  expect([batch.status, batch.body.errors[0].extensions.code]).toEqual([400, 'BATCHING_DISABLED']);
  const large = await post({ query: '{ __typename }', variables: { text: 'x'.repeat(2_100_001) } });
  expect(large.status).toBe(413);
  // The whole of it is sent before the answer is read.
  expect((await post({ query: 'x'.repeat(15_000_000) })).status).toBe(413);
  expect(large.body.errors[0].message).toBe(
    '请求体过大：上限 2100000 字节。请删减查询或变量；文件请用上传接口。',
  );
  const long = await post({ query: `{ ${'__typename '.repeat(1001)} }` }, MODERN);
  expect(long.status).toBe(400);
  expect(long.body.errors[0]).toMatchObject({
    message: '查询过长：上限 1000 个词法单元。请删减字段，或拆成几次查询。',
    extensions: { code: 'GRAPHQL_PARSE_FAILED', limit: 'tokens', maximum: 1000 },
  });
  const costly = await post(
    { query: 'query($n: Int) { units(first: $n) { apps { id } } }', variables: { n: 2000 } },
    MODERN,
  );
  expect(costly.status).toBe(400);
  expect(costly.body.errors[0].message).toBe(
    '查询开销超过上限：上限 20000，实际 22001。请减小分页大小（first、last），或少选嵌套列表里的字段。',
  );
  const broken = await post('{"query":');
  expect([broken.status, broken.body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  expect(contexts).toEqual([]);
});

test('introspection can be switched off', async () => {
  const { post } = await setUp({ introspection: false });
  const { body } = await post({ query: '{ __schema { queryType { name } } }' });
  expect(body.data).toBeUndefined();
  expect(body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  const misspelt = await post({ query: '{ unitz { id } }' });
  expect(misspelt.body.errors[0].message).not.toContain('units');
});

test('answers carry security headers; HSTS only when the public address is https', async () => {
  const plain = await setUp();
  const { headers } = await plain.post({ query: '{ __typename }' });
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('strict-transport-security')).toBeNull();
  const secure = await setUp({ publicUrl: 'https://zgt.example.cn' });
  const answer = await secure.post({ query: '{ __typename }' });
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('health, readiness and metrics', async () => {
  let ready = true;
  const { origin, post } = await setUp({
    isReady: async () => ready,
    trustedDocuments: [trusted('query Units { units { id } }', 'Units')],
  });
  const statusOf = async (path: string) => (await fetch(origin + path)).status;
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200]);
  ready = false;
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503]);
  for (const name of ['Units', 'Unheard', 'Units']) await post({ query: `query ${name} { units { id } }` });
  await post({ query: '{ broken }' });
  const text = await (await fetch(`${origin}/metrics`)).text();
  expect(text).toContain('graphql_operation_duration_seconds_count{operation="Units",kind="query"} 2');
  expect(text).toContain('graphql_operation_duration_seconds_count{operation="other",kind="query"} 1');
  expect(text).toContain('graphql_errors_total{code="BAD_USER_INPUT"} 1');
  expect(text).toContain('graphql_plan_cache_hits 1');
  expect(text).toContain('graphql_plan_cache_misses 3');
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/readyz",status="503"} 1');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
});

test('a trusted document may be asked for by its hash; another document is not kept under its hash', async () => {
  const known = trusted('query Units($n: Int) { units(first: $n) { id } }', 'Units');
  const { post } = await setUp({ trustedDocuments: [known] });
  const byHash = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });
  const answer = await post({ ...byHash(known.id), variables: { n: 1 } });
  expect(answer.body).toEqual({ data: { units: [{ id: 'u1' }] } });
  const other = trusted('{ units { name } }', 'Other');
  expect((await post({ query: other.body, ...byHash(other.id) })).body.data.units).toHaveLength(3);
  const { body } = await post(byHash(other.id));
  expect(body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('a public query by GET may be kept by any cache and asked again by its tag', async () => {
  const { executor, state } = createCachedExample();
  const { origin } = await setUp({ executor, supergraph: CACHED_SUPERGRAPH });
  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1', ...headers },
    });
  const caching = ({ headers }: Response) =>
    ['cache-control', 'vary', 'age'].map((name) => headers.get(name));
  const public300 = ['public, max-age=300', 'Accept, Authorization, Cookie'];

  const first = await ask('{ article(number: 50) { title asked } }');
  expect(caching(first)).toEqual([...public300, null]);
  const etag = first.headers.get('etag')!;
  const second = await ask('{ article(number: 50) { title asked } }');
  expect(caching(second)).toEqual([...public300, expect.stringMatching(/^\d+$/)]);
  expect([second.headers.get('etag'), await second.text()]).toEqual([etag, await first.text()]);
  expect(state.runs).toBe(1);
  const unchanged = await ask('{ article(number: 50) { title asked } }', { 'if-none-match': etag });
  expect([unchanged.status, unchanged.headers.get('etag'), await unchanged.text()]).toEqual([304, etag, '']);
  expect(caching(unchanged).slice(0, 2)).toEqual(public300);
  const other = await ask('{ article(number: 50) { title asked } }', { ...MODERN, 'if-none-match': etag });
  expect([other.status, other.headers.get('etag') === etag]).toEqual([200, false]);

  const own = await ask('{ article(number: 50) { title asked } }', {
    cookie: 'session=1',
    'if-none-match': etag,
  });
  expect([own.status, ...caching(own)]).toEqual([200, 'private, no-store', null, null]);
  expect(state.runs).toBe(2);
  const keyed = await ask('{ article(number: 50) { title asked } }', { 'idempotency-key': 'k1' });
  expect([...caching(keyed), keyed.headers.get('etag')]).toEqual(['no-store', null, null, null]);
  for (const query of ['{ viewer }', '{ broken }', '{ __schema { queryType { name } } }', '{ nothing }']) {
    const answer = await ask(query);
    expect([query, ...caching(answer), answer.headers.get('etag')]).toEqual([
      query,
      'no-store',
      null,
      null,
      null,
    ]);
  }
  const unguarded = await fetch(
    `${origin}/graphql?query=${encodeURIComponent('{ article(number: 50) { title asked } }')}`,
  );
  expect([unguarded.status, ...caching(unguarded)]).toEqual([400, 'no-store', null, null]);
});

test('a public query by POST comes from our cache with its age, and shows in the metrics', async () => {
  const { executor, state } = createCachedExample();
  const { origin, post } = await setUp({ executor, supergraph: CACHED_SUPERGRAPH });
  const body = { query: 'query A($n: Int) { article(number: $n) { title asked } }', variables: { n: 50 } };
  const verify = { query: '{ verdict }' };
  const first = await post(body);
  const second = await post(body);
  expect([first.headers.get('cache-control'), first.headers.get('age')]).toEqual(['no-store', null]);
  expect([second.headers.get('cache-control'), second.headers.get('age')]).toEqual([
    'no-store',
    expect.stringMatching(/^\d+$/),
  ]);
  expect(second.body).toEqual({ data: { article: { title: '第 50 条', asked: 1 } } });
  expect(state.runs).toBe(1);
  expect((await post(body, { cookie: 'session=1' })).headers.get('cache-control')).toBe('private, no-store');
  expect((await post(verify)).body).toEqual({ data: { verdict: '0 IN_FORCE' } });
  await post({ query: 'mutation { revoke }' }, { cookie: 'session=1' });
  expect((await post(verify)).body).toEqual({ data: { verdict: '0 REVOKED' } });
  const text = await (await fetch(`${origin}/metrics`)).text();
  expect(text).toContain('graphql_response_cache_hits 1');
  expect(text).toContain('graphql_response_cache_misses 3');
  expect(text).toContain('graphql_response_cache_entries 1');
});

test('closing says not ready first, and finishes what runs', async () => {
  const { promise: hold, resolve: release } = Promise.withResolvers<void>();
  const { front, origin, post, contexts } = await setUp({ hold, drainMs: 300 });
  const running = post({ query: '{ units { id } }' });
  while (contexts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = front.close();
  const ready = await fetch(`${origin}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'draining' }]);
  release();
  expect((await running).body.data.units).toHaveLength(3);
  await closed;
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
});

test('the explorer is for signed-in viewers and needs no other origin', { timeout: 60_000 }, async () => {
  const { origin } = await setUp({ explorer: true });
  const anonymous = await fetch(`${origin}/graphiql`, { redirect: 'manual' });
  expect([anonymous.status, anonymous.headers.get('location')]).toEqual([302, '/sign-in?next=/graphiql']);
  const headers = { cookie: 'session=1' };
  const page = await fetch(`${origin}/graphiql`, { headers });
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  const html = await page.text();
  expect(html).not.toMatch(/https?:\/\//);
  for (const [, path] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect((await fetch(origin + path, { headers })).status).toBe(200);
    expect((await fetch(origin + path, { redirect: 'manual' })).status).toBe(302);
  }
  for (const worker of ['editor', 'json', 'graphql']) {
    const response = await fetch(`${origin}/graphiql/assets/worker-${worker}.js`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
  }
  expect((await fetch(`${origin}/graphiql/assets/..%2Fbuild.ts`, { headers })).status).toBe(404);
});
