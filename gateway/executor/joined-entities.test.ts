import { ANONYMOUS, type RequestContext } from '@zgt/runtime/viewer.ts';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { joinEntities } from './joined-entities.ts';
import type { SubgraphRequest } from './subgraph.ts';

const QUERY =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Unit{name}}}';
const PUBLIC: RequestContext = { viewer: ANONYMOUS, requestId: 'r1', idempotencyKey: null };
const SIGNED_IN: RequestContext = { ...PUBLIC, viewer: { ...ANONYMOUS, accountId: 'a1', via: 'SESSION' } };

interface Reference {
  id: string;
}

const asks = (ids: string, more: object = {}): SubgraphRequest => ({
  query: QUERY,
  variables: { representations: [...ids].map((id) => ({ __typename: 'Unit', id })), ...more },
  isRead: true,
});
const idsOf = ({ variables }: SubgraphRequest) =>
  (variables.representations as Reference[]).map(({ id }) => id).join('');
const namesOf = ({ data }: ExecutionResult) =>
  (data!._entities as ({ name: string } | null)[]).map((entity) => entity?.name ?? null);

type Answering = (ids: string) => ExecutionResult;
const named: Answering = (ids) => ({
  data: { _entities: [...ids].map((id) => ({ name: id.toUpperCase() })) },
});

function setUp(answer: Answering = named) {
  const calls: { ids: string; context: RequestContext }[] = [];
  const call = joinEntities(async (request, context) => {
    const ids = idsOf(request);
    calls.push({ ids, context });
    return answer(ids);
  });
  return { call, asked: () => calls.map(({ ids }) => ids), calls };
}

test('what the public asks in one turn is asked once, and each gets its own', async () => {
  const { call, asked } = setUp();
  const answers = await Promise.all([
    call(asks('ab'), PUBLIC),
    call(asks('b'), PUBLIC),
    call(asks('cd'), PUBLIC),
  ]);
  expect(answers.map(namesOf)).toEqual([['A', 'B'], ['B'], ['C', 'D']]);
  expect(asked()).toEqual(['abbcd']);
});

test('two who ask for the same get objects of their own, which they may change', async () => {
  const { call } = setUp();
  const [one, other] = await Promise.all([call(asks('a'), PUBLIC), call(asks('a'), PUBLIC)]);
  (one.data!._entities as { name: string }[])[0]!.name = 'changed';
  expect(namesOf(other)).toEqual(['A']);
});

test('the next turn asks again', async () => {
  const { call, asked } = setUp();
  await call(asks('a'), PUBLIC);
  await call(asks('a'), PUBLIC);
  expect(asked()).toEqual(['a', 'a']);
});

test('whoever is signed in asks alone, under the own request', async () => {
  const { call, calls } = setUp();
  const other: RequestContext = { ...SIGNED_IN, requestId: 'r2' };
  await Promise.all([call(asks('a'), SIGNED_IN), call(asks('b'), other), call(asks('c'), PUBLIC)]);
  expect(calls.map(({ ids, context }) => [ids, context.requestId, context.viewer.via])).toEqual([
    ['a', 'r1', 'SESSION'],
    ['b', 'r2', 'SESSION'],
    ['c', 'r1', 'ANONYMOUS'],
  ]);
});

test('other fields, other arguments, another copy of the data and a key of an own request are not joined', async () => {
  const { call, asked } = setUp();
  await Promise.all([
    call(asks('a'), PUBLIC),
    call({ ...asks('b'), query: QUERY.replace('name', 'rank') }, PUBLIC),
    call(asks('c', { first: 2 }), PUBLIC),
    call(asks('d'), { ...PUBLIC, toleratesLag: true }),
    call(asks('e'), { ...PUBLIC, idempotencyKey: 'k' }),
  ]);
  expect(asked().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('an error goes to whoever asked for its entity, with the place that it has there', async () => {
  const { call } = setUp((ids) => ({
    data: { _entities: [...ids].map((id) => (id === 'x' ? null : { name: id })) },
    errors: [...ids].flatMap((id, index) =>
      id === 'x'
        ? [new GraphQLError('no', { path: ['_entities', index, 'name'], extensions: { code: 'FORBIDDEN' } })]
        : [],
    ),
  }));
  const [first, second, third] = await Promise.all([
    call(asks('ab'), PUBLIC),
    call(asks('cx'), PUBLIC),
    call(asks('x'), PUBLIC),
  ]);
  expect(first).toEqual({ data: { _entities: [{ name: 'a' }, { name: 'b' }] } });
  expect(namesOf(second!)).toEqual(['c', null]);
  expect(second!.errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 1, 'name'], 'FORBIDDEN'],
  ]);
  expect(third!.errors!.map(({ path }) => path)).toEqual([['_entities', 0, 'name']]);
});

test.each([
  ['no data', { data: null, errors: [new GraphQLError('no', { path: ['_entities'] })] }],
  ['an error without a place', { data: { _entities: [null, null] }, errors: [new GraphQLError('no')] }],
  ['fewer entities', { data: { _entities: [null] } }],
] satisfies [string, ExecutionResult][])('%s for all of them: each is asked alone', async (_, whole) => {
  const { call, asked } = setUp((ids) => (ids === 'ab' ? whole : named(ids)));
  const answers = await Promise.all([call(asks('a'), PUBLIC), call(asks('b'), PUBLIC)]);
  expect(answers.map(namesOf)).toEqual([['A'], ['B']]);
  expect(asked()).toEqual(['ab', 'a', 'b']);
});

test('when the subgraph is not to be had, all are told', async () => {
  const call = joinEntities(() => Promise.reject(new Error('down')));
  const answers = await Promise.allSettled([
    call(asks('a'), PUBLIC),
    call(asks('b'), PUBLIC),
    call(asks('c'), SIGNED_IN),
  ]);
  expect(answers.map((answer) => answer.status === 'rejected' && String(answer.reason))).toEqual([
    'Error: down',
    'Error: down',
    'Error: down',
  ]);
});

test('at most 80 entities go together; who asks for more goes alone', async () => {
  const { call, asked } = setUp();
  const sizes = [60, 20, 1, 120, 10];
  const answers = await Promise.all(sizes.map((size) => call(asks('a'.repeat(size)), PUBLIC)));
  expect(answers.map((answer) => namesOf(answer).length)).toEqual(sizes);
  expect(asked().map(({ length }) => length)).toEqual([80, 1, 120, 10]);
});
