import { ANONYMOUS, type RequestContext, type Viewer } from '@zgt/runtime/viewer.ts';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createCachedExample } from './example.ts';
import { createResponseCache } from './response-cache.ts';

const SIGNED_IN: Viewer = { ...ANONYMOUS, accountId: 'account-1', accountName: '张三', via: 'SESSION' };
const PROGRAM: Viewer = { ...ANONYMOUS, accountName: '程序', organizationId: 'unit-1', via: 'MACHINE' };

function setUp() {
  const { executor, state } = createCachedExample();
  const clock = { ms: 0 };
  const cache = createResponseCache(executor, { elapsed: () => clock.ms });
  const ask = async (
    source: string,
    {
      context,
      ...more
    }: {
      variables?: Record<string, unknown>;
      operationName?: string;
      context?: Partial<RequestContext>;
    } = {},
  ) => {
    const { value, shared } = await cache.watch(() =>
      cache.execute({
        document: parse(source),
        source,
        variables: {},
        context: { viewer: ANONYMOUS, requestId: 'request-1', idempotencyKey: null, ...context },
        ...more,
      }),
    );
    return { data: JSON.parse(JSON.stringify(value.data ?? null)), errors: value.errors, shared };
  };
  return { ask, cache, clock, state };
}

const ARTICLE = 'query($n: Int) { article(number: $n) { title asked } }';

test('a public answer is made once and then given with its age', async () => {
  const { ask, clock, state, cache } = setUp();
  expect((await ask(ARTICLE, { variables: { n: 50 } })).shared).toEqual({ maxAge: 300, age: null });
  clock.ms = 1;
  const again = await ask(ARTICLE, { variables: { n: 50 } });
  expect(again).toMatchObject({
    data: { article: { title: '第 50 条', asked: 1 } },
    shared: { maxAge: 300, age: 1 },
  });
  clock.ms = 300_000;
  expect((await ask(ARTICLE, { variables: { n: 50 } })).data.article.asked).toBe(2);
  expect(state.runs).toBe(2);
  expect(cache.statistics()).toMatchObject({ hits: 1, misses: 2, entries: 1 });
});

test('a thousand strangers who verify one certificate at once cost one execution', async () => {
  const { ask, state, cache } = setUp();
  const { promise, resolve } = Promise.withResolvers<void>();
  state.hold = promise;
  const verify = () =>
    ask('query($number: String!) { verdict(number: $number) }', { variables: { number: 'ZGT-1' } });
  const all = Array.from({ length: 1000 }, verify);
  resolve();
  const verdicts = new Set((await Promise.all(all)).map(({ data }) => data.verdict));
  expect(verdicts).toEqual(new Set(['ZGT-1 IN_FORCE']));
  expect(state.runs).toBe(1);
  expect(cache.statistics()).toMatchObject({ misses: 1, joined: 999 });
});

test('layout, comments and defaults make no difference; everything that can change the answer does', async () => {
  const { ask, state } = setUp();
  const same = [
    ask('{ verdict }'),
    ask('query {\n  # of the first\n  verdict,\n}'),
    ask('{ verdict }', { variables: { unknown: 1 } }),
  ];
  for (const { data } of await Promise.all(same)) expect(data).toEqual({ verdict: '0 IN_FORCE' });
  expect(state.runs).toBe(1);

  const different: [string, { variables?: Record<string, unknown>; operationName?: string }, object][] = [
    ['{ verdict(number: "1") }', {}, { verdict: '1 IN_FORCE' }],
    ['query($n: String) { verdict(number: $n) }', { variables: { n: '2' } }, { verdict: '2 IN_FORCE' }],
    ['query($n: String) { verdict(number: $n) }', { variables: { n: '3' } }, { verdict: '3 IN_FORCE' }],
    ['query($n: String) { verdict(number: $n) }', {}, { verdict: '0 IN_FORCE' }],
    ['query($n: String = "4") { verdict(number: $n) }', {}, { verdict: '4 IN_FORCE' }],
    ['{ alias: verdict }', {}, { alias: '0 IN_FORCE' }],
    ['{ verdict __typename }', {}, { verdict: '0 IN_FORCE', __typename: 'Query' }],
    ['query($all: Boolean = false) { verdict a: verdict @include(if: $all) }', {}, { verdict: '0 IN_FORCE' }],
    [
      'query($all: Boolean = false) { verdict a: verdict @include(if: $all) }',
      { variables: { all: true } },
      { verdict: '0 IN_FORCE', a: '0 IN_FORCE' },
    ],
    [
      'query A { verdict(number: "a") } query B { verdict(number: "b") }',
      { operationName: 'A' },
      { verdict: 'a IN_FORCE' },
    ],
    [
      'query A { verdict(number: "a") } query B { verdict(number: "b") }',
      { operationName: 'B' },
      { verdict: 'b IN_FORCE' },
    ],
  ];
  for (const round of [1, 2])
    for (const [source, more, data] of different)
      expect({ round, data: (await ask(source, more)).data }).toEqual({ round, data });
  expect(state.runs).toBe(1 + different.length);
});

test('what depends on the viewer, and what is bound to a key, never comes out of the cache or into it', async () => {
  const { ask, state, cache } = setUp();
  const each: Partial<RequestContext>[] = [
    { viewer: SIGNED_IN },
    { viewer: PROGRAM },
    { idempotencyKey: 'key-1' },
  ];
  for (const context of each)
    for (const source of [ARTICLE, '{ verdict }']) expect((await ask(source, { context })).shared).toBeNull();
  for (const source of ['{ viewer }', '{ article { title actions { name } } }', '{ verdict viewer }'])
    expect((await ask(source)).shared).toBeNull();
  expect((await ask('{ viewer }', { context: { viewer: SIGNED_IN } })).data).toEqual({ viewer: '张三' });
  expect((await ask('{ viewer }')).data).toEqual({ viewer: '访客' });
  expect(cache.statistics()).toMatchObject({ entries: 0, hits: 0, misses: 0 });

  await ask('{ verdict }');
  const before = state.runs;
  await ask('{ verdict }', { context: { viewer: SIGNED_IN } });
  expect(state.runs).toBe(before + 1);
});

test('answers with errors, wrong variables and introspection are not kept', async () => {
  const { ask, state, cache } = setUp();
  for (const round of [1, 2]) {
    const { errors, shared } = await ask('{ broken verdict }');
    expect({ round, message: errors?.[0]?.message, shared }).toEqual({
      round,
      message: '参数有误',
      shared: null,
    });
  }
  expect(state.runs).toBe(2);
  expect((await ask(ARTICLE, { variables: { n: 'fifty' } })).errors).toHaveLength(1);
  expect((await ask('{ __schema { queryType { name } } }')).shared).toBeNull();
  expect(cache.statistics()).toMatchObject({ entries: 0 });
});

test('after a mutation through this gateway nothing older is told, not even by a read under way', async () => {
  const { ask, state } = setUp();
  expect((await ask('{ verdict }')).data).toEqual({ verdict: '0 IN_FORCE' });
  const { promise, resolve } = Promise.withResolvers<void>();
  state.hold = promise;
  const underWay = ask('{ verdict(number: "7") }');
  while (state.runs < 2) await new Promise(setImmediate);
  state.hold = Promise.resolve();
  await ask('mutation { revoke }');
  expect((await ask('{ verdict }')).data).toEqual({ verdict: '0 REVOKED' });
  expect((await ask('{ verdict(number: "7") }')).data).toEqual({ verdict: '7 REVOKED' });
  resolve();
  expect((await underWay).data).toEqual({ verdict: '7 IN_FORCE' });
  expect((await ask('{ verdict(number: "7") }')).data).toEqual({ verdict: '7 REVOKED' });
});

test('a mutation that fails empties the cache too: it may have been carried out', async () => {
  const { ask, cache } = setUp();
  await ask('{ verdict }');
  expect((await ask('mutation { refuse }')).errors).toHaveLength(1);
  expect(cache.statistics()).toMatchObject({ entries: 0 });
});
