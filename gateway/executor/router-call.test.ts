import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { CONTEXT, collectLog, parsed, SUBGRAPHS } from './example.ts';
import { INTERNAL_MESSAGE, UNAVAILABLE_MESSAGE, UNKNOWN_OUTCOME_MESSAGE } from './failure.ts';
import { routerExecutor } from './router-call.ts';

const supergraph = composeSupergraph(SUBGRAPHS);
const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A router that gives one answer, and the gateway's way to it. */
async function setUp(answer: object | null) {
  const seen: { headers: Record<string, unknown>; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push({ headers: request.headers, body: JSON.parse(body) });
      if (answer === null) request.socket.destroy();
      else
        response
          .writeHead(200, { 'content-type': 'application/graphql-response+json' })
          .end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => new Promise((done) => server.close(done)));
  const { log, entries } = collectLog();
  const executor = routerExecutor({
    supergraph,
    urls: [`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`],
    headers: () => ({ 'x-viewer': 'signed' }),
    log,
  });
  closers.unshift(() => executor.close());
  const run = (source: string, variables: Record<string, unknown> = {}, operationName?: string) =>
    executor.execute({
      ...parsed(source),
      operationName,
      variables,
      context: { ...CONTEXT, idempotencyKey: 'key-1' },
    });
  return { run, seen, entries };
}

it('hands the operation, its variables and the signed viewer to the router', async () => {
  const { run, seen } = await setUp({ data: { unit: { name: '北部湾' } } });
  const source = 'query Unit($id: ID!) { unit(id: $id) { name } }';
  expect(await run(source, { id: 'u1' }, 'Unit')).toEqual({ data: { unit: { name: '北部湾' } } });
  expect(seen[0]!.body).toEqual({ query: source, variables: { id: 'u1' }, operationName: 'Unit' });
  expect(seen[0]!.headers).toMatchObject({
    'x-viewer': 'signed',
    'x-request-id': 'request-1',
    'idempotency-key': 'key-1',
  });
});

it('of several operations only the one that is meant goes to the router', async () => {
  const { run, seen } = await setUp({ data: { unit: null } });
  await run(
    'query A { units { id } } query B { unit(id: "u1") { ...N } } fragment N on Unit { name }',
    {},
    'B',
  );
  const { query, operationName } = seen[0]!.body;
  expect(operationName).toBe('B');
  expect(query).not.toContain('query A');
  expect(query).toContain('fragment N');
});

it('refuses wrong variables itself', async () => {
  const { run, seen } = await setUp({ data: null });
  const { errors } = await run('query($id: ID!) { unit(id: $id) { name } }', {});
  expect(errors![0]!.message).toContain('$id');
  expect(seen).toEqual([]);
});

describe('introspection', () => {
  it('is answered without the router, whose own is switched off', async () => {
    const { run, seen } = await setUp({ data: null });
    const { data } = await run('{ ...S } fragment S on Query { __type(name: "Unit") { name } }');
    expect(JSON.parse(JSON.stringify(data))).toEqual({ __type: { name: 'Unit' } });
    expect(seen).toEqual([]);
  });

  it('is refused beside data', async () => {
    const { run } = await setUp({ data: null });
    const { errors } = await run('{ __schema { queryType { name } } units { id } }');
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('errors', () => {
  const failing = (extensions: object, message = 'connect ECONNREFUSED 10.0.0.7:4000') =>
    setUp({ data: { unit: null }, errors: [{ message, path: ['unit'], extensions }] });

  it('that were written for clients pass, with nothing but their code', async () => {
    const { run } = await failing({ code: 'FORBIDDEN', service: 'people', trace: 'x' }, '不可查看');
    const { data, errors } = await run('{ unit(id: "u2") { name } }');
    expect(data).toEqual({ unit: null });
    expect(errors!.map((error) => error.toJSON())).toEqual([
      { message: '不可查看', path: ['unit'], extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it.each(['SUBREQUEST_HTTP_ERROR', 'SUBGRAPH_REQUEST_TIMEOUT', 'GATEWAY_TIMEOUT'])(
    '%s says that a subgraph is unavailable, and not where it is',
    async (code) => {
      const { run, entries } = await failing({ code });
      const { errors } = await run('{ unit(id: "u2") { name } }');
      expect(errors!.map((error) => error.toJSON())).toEqual([
        { message: UNAVAILABLE_MESSAGE, path: ['unit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
      ]);
      expect(JSON.stringify(entries)).toContain('10.0.0.7');
    },
  );

  it.each([{ code: 'PLAN_EXECUTION_FAILED' }, {}])(
    'of any other kind %j are replaced and logged',
    async (extensions) => {
      const { run, entries } = await failing(extensions);
      const { errors } = await run('{ unit(id: "u2") { name } }');
      expect(errors!.map((error) => error.toJSON())).toEqual([
        { message: INTERNAL_MESSAGE, path: ['unit'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ]);
      expect(JSON.stringify(entries)).toContain('10.0.0.7');
    },
  );
});

it.each([
  ['a query', '{ units { id } }', UNAVAILABLE_MESSAGE, 2],
  ['a mutation', 'mutation { rename(id: "u1", name: "x") { id } }', UNKNOWN_OUTCOME_MESSAGE, 1],
])(
  'without a router %s has one answer that says what may have become of it',
  async (_, query, said, times) => {
    const { run, seen } = await setUp(null);
    const { data, errors } = await run(query);
    expect(data).toBeNull();
    expect(errors!.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [said, 'SUBGRAPH_UNAVAILABLE'],
    ]);
    expect(seen).toHaveLength(times);
  },
);
