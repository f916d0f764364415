import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { CONTEXT } from './example.ts';
import { SubgraphUnavailable } from './subgraph.ts';
import { httpCall } from './subgraph-http.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

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
    { query: 'query($n:Int){a(n:$n)}', variables: { n: 1 } },
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

test('GraphQL errors under another status are an answer', async () => {
  const { call } = await serve((_, response) => answer(response, '{"errors":[{"message":"x"}]}', 400));
  expect(await call({ query: '{a}' }, CONTEXT)).toEqual({ errors: [{ message: 'x' }] });
});

test('an answer that is no GraphQL is unavailable', async () => {
  const { call } = await serve((_, response) => answer(response, '<html>', 502));
  await expect(call({ query: '{a}' }, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
});

test('a broken connection: a query is sent once more, a mutation is not', async () => {
  const { call, seen } = await serve((request, response) => {
    if (seen.length === 1) request.socket.destroy();
    else answer(response, '{"data":{"a":1}}');
  });
  expect(await call({ query: '{a}' }, CONTEXT)).toEqual({ data: { a: 1 } });
  expect(seen).toHaveLength(2);
  const other = await serve((request) => request.socket.destroy());
  await expect(other.call({ query: 'mutation{a}' }, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
  expect(other.seen).toHaveLength(1);
});

test('a silent subgraph is unavailable, is asked once, and is left alone after five failures', async () => {
  const { call, seen } = await serve(() => {});
  for (let i = 0; i < 5; i++) {
    await expect(call({ query: '{a}' }, CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
  }
  expect(seen).toHaveLength(5);
  await expect(call({ query: '{a}' }, CONTEXT)).rejects.toThrow('circuit open');
  expect(seen).toHaveLength(5);
});
