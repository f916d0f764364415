import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { resolveEntitiesDirectly } from './entities.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])
  type Query { any: Int }
  interface Medium @key(fields: "id") { id: ID! title: String }
  type Book implements Medium @key(fields: "id") { id: ID! title: String }
  type Film implements Medium @key(fields: "id") { id: ID! title: String }
  type Unit @key(fields: "id") { id: ID! name: String }
  type Code @key(fields: "id", resolvable: false) { id: ID! }
`);

const unitOf = ({ id }: { id: string }) => {
  if (id === 'fails') throw new Error('not now');
  if (id === 'missing') return null;
  return { id, name: `Unit ${id}` };
};

function schema() {
  return buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Medium: {
          __resolveReference: async ({ id }: { id: string }) => ({
            id,
            title: `Medium ${id}`,
            __typename: id.startsWith('b') ? 'Book' : 'Film',
          }),
        },
        Book: { __resolveReference: async ({ id }: { id: string }) => ({ id, title: `Book ${id}` }) },
        Unit: {
          __resolveReference: (reference: { id: string }) =>
            reference.id === 'now' ? unitOf(reference) : later(() => unitOf(reference)),
        },
      } as never,
    },
  ]);
}

const later = <T>(make: () => T) => Promise.resolve().then(make);

const DOCUMENT = parse(`query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on Unit { id name } ... on Medium { id title } ... on Code { id } } }`);

const read = async (of: ReturnType<typeof schema>, representations: object[]) =>
  JSON.parse(
    JSON.stringify(await execute({ schema: of, document: DOCUMENT, variableValues: { representations } })),
  );

test.each([
  [
    'object types',
    [
      { __typename: 'Unit', id: '1' },
      { __typename: 'Book', id: 'b1' },
      { __typename: 'Unit', id: 'now' },
    ],
  ],
  ['none', []],
  [
    'one that is not there',
    [
      { __typename: 'Unit', id: 'missing' },
      { __typename: 'Unit', id: '2' },
    ],
  ],
  [
    'one that fails',
    [
      { __typename: 'Unit', id: 'fails' },
      { __typename: 'Unit', id: '2' },
    ],
  ],
  [
    'an interface',
    [
      { __typename: 'Medium', id: 'b1' },
      { __typename: 'Medium', id: 'f1' },
      { __typename: 'Unit', id: '1' },
    ],
  ],
  [
    'a type that others resolve',
    [
      { __typename: 'Film', id: 'f1' },
      { __typename: 'Code', id: 'c' },
    ],
  ],
  ['a type that there is not', [{ __typename: 'Nothing', id: '1' }]],
])('answers as the library does: %s', async (_, representations) => {
  expect(await read(resolveEntitiesDirectly(schema()), representations)).toEqual(
    await read(schema(), representations),
  );
});

test('a record that two ask for is named once and may be answered twice', async () => {
  const record = { id: '1', name: 'one' };
  const shared = schema();
  const unit = shared.getType('Unit')!;
  (
    unit.extensions as { apollo: { subgraph: { resolveReference: unknown } } }
  ).apollo.subgraph.resolveReference = async () => record;
  const answer = await read(resolveEntitiesDirectly(shared), [
    { __typename: 'Unit', id: '1' },
    { __typename: 'Unit', id: '1' },
  ]);
  const entity = { __typename: 'Unit', id: '1', name: 'one' };
  expect(answer).toEqual({ data: { _entities: [entity, entity] } });
});

test('a schema without entities stays as it is', () => {
  const plain = buildSubgraphSchema(parse('type Query { any: Int }'));
  expect(resolveEntitiesDirectly(plain)).toBe(plain);
});
