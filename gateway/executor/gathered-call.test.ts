import type { AddressInfo } from 'node:net';
import { GATHERED_PATH, type GatheredOperation, isSignedGathered } from '@zgt/runtime/graphql/gathered.ts';
import { serveGathered } from '@zgt/runtime/graphql/serve-gathered.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import { CONTEXT } from './example.ts';
import { gatheredCall } from './gathered-call.ts';
import { SubgraphUnavailable } from './subgraph.ts';

const SECRET = 'a-secret-that-both-sides-know-000001';
const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Answering = (operation: GatheredOperation) => Promise<object>;

/** A subgraph that answers gathered operations as ours do, and says how many came in each request. */
async function serve(answer: Answering, prepare: (server: FastifyInstance) => void = () => {}) {
  const server = Fastify({ forceCloseConnections: true }) as unknown as FastifyInstance;
  const requests: GatheredOperation[][] = [];
  prepare(server);
  serveGathered(server, {
    isSigned: (body, signature) => {
      requests.push([]);
      return isSignedGathered(SECRET, 'people', body, signature);
    },
    answer: (operation) => {
      requests.at(-1)!.push(operation);
      return answer(operation);
    },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  closers.push(() => server.close());
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const { call, close } = open(url);
  return { call, close, requests, server, url };
}

function open(url: string, secret = SECRET, timeoutMs = 400) {
  const opened = gatheredCall({ name: 'people', url, secret, timeoutMs });
  closers.unshift(() => opened.close());
  return opened;
}

const read = (n: number, more: object = {}) => ({
  query: 'query($n:Int){a(n:$n)}',
  variables: { n },
  isRead: true,
  ...more,
});
const write = (n: number) => ({ query: 'mutation($n:Int){a(n:$n)}', variables: { n }, isRead: false });
const echo: Answering = async ({ variables }) => ({ data: { a: variables!.n } });

test('what is asked in one turn goes as one request, each with its own viewer, id and key', async () => {
  const { call, requests } = await serve(echo);
  const other = { ...CONTEXT, viewer: { ...CONTEXT.viewer, accountId: 'other' }, requestId: 'request-2' };
  const answers = await Promise.all([
    call(read(1), CONTEXT),
    call(read(2), other),
    call(write(3), { ...CONTEXT, idempotencyKey: 'key-1' }),
  ]);
  expect(answers).toEqual([{ data: { a: 1 } }, { data: { a: 2 } }, { data: { a: 3 } }]);
  expect(requests).toEqual([
    [
      { query: read(1).query, variables: { n: 1 }, context: CONTEXT },
      { query: read(1).query, variables: { n: 2 }, context: other },
      { query: write(3).query, variables: { n: 3 }, context: { ...CONTEXT, idempotencyKey: 'key-1' } },
    ],
  ]);
  expect(await call(read(4), CONTEXT)).toEqual({ data: { a: 4 } });
  expect(requests).toHaveLength(2);
});

test('a slow operation holds up no other', async () => {
  const slow = Promise.withResolvers<void>();
  const { call } = await serve(async (operation) => {
    if (operation.variables!.n === 1) await slow.promise;
    return echo(operation);
  });
  const answered: number[] = [];
  const calls = [1, 2, 3].map((n) => call(read(n), CONTEXT).then(() => answered.push(n)));
  await vi.waitFor(() => expect(answered.toSorted()).toEqual([2, 3]));
  slow.resolve();
  await Promise.all(calls);
  expect(answered.at(-1)).toBe(1);
});

test('many and long operations go in several requests, and long answers come whole', async () => {
  const text = '应急事件'.repeat(20_000);
  const { requests, url } = await serve(async ({ variables }) => ({
    data: { a: `${text}${variables!.n}` },
  }));
  const { call } = open(url, SECRET, 10_000);
  const answers = await Promise.all(Array.from({ length: 120 }, (_, n) => call(read(n), CONTEXT)));
  expect(answers.map(({ data }) => data!.a)).toEqual(Array.from({ length: 120 }, (_, n) => text + n));
  expect(requests.map(({ length }) => length)).toEqual([50, 50, 20]);
  await Promise.all([1, 2, 3].map((n) => call(read(n, { query: `#${'x'.repeat(300_000)}` }), CONTEXT)));
  expect(requests.slice(3).map(({ length }) => length)).toEqual([2, 1]);
});

test('what breaks in the subgraph is an error of that operation alone, and says nothing of the fault', async () => {
  const { call } = await serve(async (operation) => {
    if (operation.variables!.n === 1) throw new Error('the password is 123456');
    return echo(operation);
  });
  const [broken, whole] = await Promise.all([call(read(1), CONTEXT), call(read(2), CONTEXT)]);
  expect(broken).toEqual({ data: null, errors: [{ message: 'The operation failed.' }] });
  expect(whole).toEqual({ data: { a: 2 } });
});

test('a broken connection: answers that came stay, reads are sent once more, writes are not', async () => {
  let broken = false;
  const asked: string[] = [];
  const { call, server } = await serve(async (operation) => {
    asked.push(operation.query.slice(0, 5));
    if (operation.variables!.n === 1 || broken) return echo(operation);
    return new Promise(() => undefined);
  });
  const first = call(read(1), CONTEXT);
  const others = Promise.allSettled([call(read(2), CONTEXT), call(write(2), CONTEXT)]);
  expect(await first).toEqual({ data: { a: 1 } });
  broken = true;
  server.server.closeAllConnections();
  const [again, written] = await others;
  expect(again).toEqual({ status: 'fulfilled', value: { data: { a: 2 } } });
  expect(written).toMatchObject({ status: 'rejected', reason: expect.any(SubgraphUnavailable) });
  expect(asked.filter((query) => query === 'mutat')).toHaveLength(1);
});

test('a silent subgraph is unavailable when its time is over, what it answered before stays', async () => {
  const { call } = await serve((operation) =>
    operation.variables!.n === 1 ? echo(operation) : new Promise(() => undefined),
  );
  const [answered, silent] = await Promise.allSettled([call(read(1), CONTEXT), call(read(2), CONTEXT)]);
  expect(answered).toEqual({ status: 'fulfilled', value: { data: { a: 1 } } });
  expect(silent).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('in 400 ms') },
  });
});

test('a body that the gateway did not sign is refused and nothing of it is done', async () => {
  const { requests, url } = await serve(echo);
  const answer = await open(url, 'another-secret-of-thirty-two-chars').call(read(1), CONTEXT);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(requests).toEqual([[]]);
});

test('a read that a proxy could not hand on is sent once more, a write is not', async () => {
  let refused = 0;
  const { call, requests } = await serve(echo, (server) => {
    server.addHook('onRequest', async (request, reply) => {
      if (request.url === GATHERED_PATH && refused++ < 1) await reply.code(503).send('no upstream');
    });
  });
  expect(await call(read(1), CONTEXT)).toEqual({ data: { a: 1 } });
  expect(requests).toHaveLength(1);
  refused = 0;
  await expect(call(write(1), CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
  expect(requests).toHaveLength(1);
});

test('a subgraph that is not there is unavailable', async () => {
  const { url, server } = await serve(echo);
  await server.close();
  await expect(open(url).call(read(1), CONTEXT)).rejects.toBeInstanceOf(SubgraphUnavailable);
});
