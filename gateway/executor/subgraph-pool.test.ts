import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { CONTEXT } from './example.ts';
import { SubgraphUnavailable } from './subgraph.ts';
import { httpCall } from './subgraph-http.ts';
import { subgraphPool } from './subgraph-pool.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** A process that answers with its own name, and counts what it was asked. */
async function process(name: string, handle?: Handle) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk) => seen.push(String(chunk)));
    request.on('end', () => {
      if (handle) handle(request, response);
      else response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":{"by":"${name}"}}`);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const stop = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  closers.push(stop);
  const { port } = server.address() as AddressInfo;
  return { seen, stop, url: `http://127.0.0.1:${port}/graphql` };
}

function pool(...urls: string[]) {
  const made = subgraphPool(
    urls.map((url) => httpCall({ name: 'people', url, timeoutMs: 300, headers: () => ({}) })),
  );
  closers.unshift(() => made.close());
  return (query: string) =>
    made.call({ query, variables: {}, isRead: !query.startsWith('mutation') }, CONTEXT);
}

const breakOff: Handle = (request) => request.socket.destroy();

it('spreads calls over all processes', async () => {
  const [a, b] = [await process('a'), await process('b')];
  const ask = pool(a.url, b.url);
  for (let index = 0; index < 10; index++) await ask('{by}');
  expect([a.seen.length, b.seen.length]).toEqual([5, 5]);
});

it('neither queries nor mutations notice a process that is gone, and soon it is not asked any more', async () => {
  const [a, b] = [await process('a'), await process('b')];
  const ask = pool(a.url, b.url);
  await ask('{by}');
  await a.stop();
  for (let index = 0; index < 10; index++) {
    expect(await ask('mutation{by}')).toEqual({ data: { by: 'b' } });
    expect(await ask('{by}')).toEqual({ data: { by: 'b' } });
  }
});

it('a query whose connection broke is asked of another process', async () => {
  const [a, b] = [await process('a', breakOff), await process('b')];
  const ask = pool(a.url, b.url);
  for (let index = 0; index < 4; index++) expect(await ask('{by}')).toEqual({ data: { by: 'b' } });
  expect(a.seen.length).toBeGreaterThan(0);
});

it('a mutation whose connection broke is never sent a second time: it may have been done', async () => {
  const [a, b] = [await process('a', breakOff), await process('b', breakOff)];
  const ask = pool(a.url, b.url);
  await expect(ask('mutation{by}')).rejects.toBeInstanceOf(SubgraphUnavailable);
  expect(a.seen.length + b.seen.length).toBe(1);
});

it('a slow process is not asked again elsewhere: the whole answer has its time', async () => {
  const [a, b] = [await process('a', () => undefined), await process('b', () => undefined)];
  const ask = pool(a.url, b.url);
  await expect(ask('{by}')).rejects.toBeInstanceOf(SubgraphUnavailable);
  expect(a.seen.length + b.seen.length).toBe(1);
});

it('without any process there is no answer', async () => {
  const [a, b] = [await process('a'), await process('b')];
  await Promise.all([a.stop(), b.stop()]);
  const ask = pool(a.url, b.url);
  await expect(ask('{by}')).rejects.toBeInstanceOf(SubgraphUnavailable);
});
