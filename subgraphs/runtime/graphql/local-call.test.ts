import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestRuntime, requestBy, type TestRuntime } from '../testing/test-runtime.ts';
import { ANONYMOUS } from '../viewer.ts';
import { localCall } from './local-call.ts';

const UNITS = [
  { id: '1', name: '北部湾', level: 1 },
  { id: '2', name: null, level: 2 },
];

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])
      type Unit @key(fields: "id") { id: ID! name: String! level(plus: Int = 0): Int! refused: String requestId: String! }
      type Query { units(first: Int!): [Unit] }
    `),
    resolvers: {
      Query: { units: (_: unknown, { first }: { first: number }) => UNITS.slice(0, first) },
      Unit: {
        __resolveReference: async ({ id }: { id: string }) => UNITS.find((unit) => unit.id === id),
        level: ({ level }: { level: number }, { plus }: { plus: number }) => level + plus,
        requestId: (_: unknown, __: unknown, { requestId }: { requestId: string }) => requestId,
        refused: () => {
          throw new GraphQLError('不可查看', { extensions: { code: 'FORBIDDEN' } });
        },
      },
    },
  },
]);

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await openTestRuntime();
}, 60_000);
afterAll(() => runtime.close());

test.each([
  [
    'lists, arguments and variables',
    'query($f: Int!, $p: Int) { units(first: $f) { id level(plus: $p) } }',
    { f: 2, p: 5 },
  ],
  ['nulls that propagate, with their paths', '{ units(first: 2) { id name } }', {}],
  ['errors of resolvers, with their codes', '{ units(first: 1) { refused } }', {}],
  [
    'entities',
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { name level } } }',
    {
      representations: [
        { __typename: 'Unit', id: '1' },
        { __typename: 'Unit', id: '9' },
      ],
    },
  ],
  ['variables of a wrong type', 'query($f: Int!) { units(first: $f) { id } }', { f: 'many' }],
])('a document that comes again is compiled and answers as before: %s', async (_, query, variables) => {
  const call = localCall(schema, runtime);
  const context = requestBy(ANONYMOUS);
  const plain = async () => {
    const { data, errors } = await call({ query, variables }, context);
    const told = errors?.map((error) => ({ path: error.path, code: error.extensions?.code }));
    return JSON.parse(JSON.stringify({ data, errors: told }));
  };
  const interpreted = await plain();
  expect(await plain()).toEqual(interpreted);
  expect(interpreted.data !== undefined || interpreted.errors.length > 0).toBe(true);
});

test('each call has the context of its own request', async () => {
  const call = localCall(schema, runtime);
  for (const context of [requestBy(ANONYMOUS), requestBy(ANONYMOUS), requestBy(ANONYMOUS)]) {
    const { data } = await call({ query: '{ units(first: 1) { requestId } }' }, context);
    expect(JSON.parse(JSON.stringify(data))).toEqual({ units: [{ requestId: context.requestId }] });
  }
});
