import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { CONTEXT } from './example.ts';
import { SubgraphUnavailable } from './subgraph.ts';
import { httpCall } from './subgraph-http.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const READ = { query: '{a}', variables: {}, isRead: true };
const WRITE = { query: 'mutation{a}', variables: {}, isRead: false };

async function serve(handle: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  const seen: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      handle(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () => server.closeAllConnections(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const { call, close } = httpCall({
    name: 'people',
    url,
    timeoutMs: 300,
    headers: () => ({ 'x-viewer': 'signed' }),
  });
  closers.unshift(close);
  return { call, seen };
}

const answer = (response: ServerResponse, body: string, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);

test('sends the operation, the signed viewer, the request id and the idempotency key', async () => {
  const { call, seen } = await serve((_, response) => answer(response, '{"data":{"a":1}}'));
  const result = await call(
    { query: 'query($n:Int){a(n:$n)}', variables: { n: 1 }, isRead: false },
    { ...CONTEXT, idempotencyKey: 'key-1' },
  );
  expect(result).toEqual({ data: { a: 1 } });
  expect(JSON.parse(seen[0]!.body)).toEqual({ query: 'query($n:Int){a(n:$n)}', variables: { n: 1 } });
  expect(seen[0]!.headers).toMatchObject({
    'x-viewer': 'signed',
    'x-request-id': 'request-1',
    'idempotency-key': 'key-1',
  });
});

test.each([400, 500])('GraphQL errors under status %i are an answer', async (status) => {
  const { call } = await serve((_, response) => answer(response, '{"errors":[{"message":"x"}]}', status));
  expect(await call(READ, CONTEXT)).toEqual({ errors: [{ message: 'x' }] });
});

test.each([
  ['a server error', '{"data":{"a":1}}', 502],
  ['no JSON', '<html>', 200],
  ['no GraphQL', '{"a":1}', 200],
])('an answer that is %s is unavailable', async (_, body, status) => {
  const { call } = await serve((__, response) => answer(response, body, status));
  await expect(call(READ, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
});

test('the same read by the same viewer is sent once while it is under way, each caller has its own answer', async () => {
  const waiting: ServerResponse[] = [];
  const { call, seen } = await serve((_, response) => void waiting.push(response));
  const other = { ...CONTEXT, viewer: { ...CONTEXT.viewer, accountId: 'other' } };
  const calls = [
    call(READ, CONTEXT),
    call(READ, CONTEXT),
    call(READ, other),
    call({ ...READ, variables: { n: 1 } }, CONTEXT),
  ];
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  for (const response of waiting) answer(response, '{"data":{"a":[]}}');
  const results = await Promise.all(calls);
  expect(results).toEqual(Array(4).fill({ data: { a: [] } }));
  expect(results[0]!.data).not.toBe(results[1]!.data);
  expect(seen).toHaveLength(3);
  const later = call(READ, CONTEXT);
  await vi.waitFor(() => expect(waiting).toHaveLength(4));
  answer(waiting[3]!, '{"data":{"a":[1]}}');
  expect(await later).toEqual({ data: { a: [1] } });
});

test('a read that begins after a write does not join one that began before it; writes are never joined', async () => {
  const waiting: ServerResponse[] = [];
  const { call } = await serve((_, response, body) => {
    if (body.includes('mutation')) answer(response, '{"data":{"a":1}}');
    else waiting.push(response);
  });
  const before = call(READ, CONTEXT);
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  await Promise.all([call(WRITE, CONTEXT), call(WRITE, CONTEXT)]);
  const after = call(READ, CONTEXT);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  answer(waiting[0]!, '{"data":{"a":"old"}}');
  answer(waiting[1]!, '{"data":{"a":"new"}}');
  expect(await before).toEqual({ data: { a: 'old' } });
  expect(await after).toEqual({ data: { a: 'new' } });
});

test('a read that a proxy could not hand on is sent once more, a write is not', async () => {
  const { call, seen } = await serve((_, response) =>
    seen.length === 1 ? answer(response, '', 503) : answer(response, '{"data":{"a":1}}'),
  );
  expect(await call(READ, CONTEXT)).toEqual({ data: { a: 1 } });
  expect(seen).toHaveLength(2);
  const other = await serve((_, response) => answer(response, '', 503));
  await expect(other.call(WRITE, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
  expect(other.seen).toHaveLength(1);
});

test('a broken connection: a query is sent once more, a mutation is not', async () => {
  const { call, seen } = await serve((request, response) => {
    if (seen.length === 1) request.socket.destroy();
    else answer(response, '{"data":{"a":1}}');
  });
  expect(await call(READ, CONTEXT)).toEqual({ data: { a: 1 } });
  expect(seen).toHaveLength(2);
  const other = await serve((request) => request.socket.destroy());
  await expect(other.call(WRITE, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
  expect(other.seen).toHaveLength(1);
});

test('a subgraph that answers in drops is unavailable when its time is over', async () => {
  const { call } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drops = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drops));
  });
  await expect(call(READ, CONTEXT)).rejects.toThrow('no whole answer in 300 ms');
});

test('a silent subgraph is unavailable, is asked once, and is left alone after five failures', async () => {
  const { call, seen } = await serve(() => {});
  for (let i = 0; i < 5; i++) {
    await expect(call(READ, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
  }
  expect(seen).toHaveLength(5);
  await expect(call(READ, CONTEXT)).rejects.toThrow('circuit open');
  expect(seen).toHaveLength(5);
});
