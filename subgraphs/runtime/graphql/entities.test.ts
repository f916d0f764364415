import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLError, parse } from 'graphql';
import { type CompiledQuery, compileQuery } from 'graphql-jit';
import { describe, expect, test } from 'vitest';
import { type Find, foundById, resolveEntitiesDirectly } from './entities.ts';

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

describe('what is found by its identifier', () => {
  const asked: (readonly unknown[])[] = [];
  const find: Find = async (ids) => {
    asked.push(ids);
    if (ids.includes('breaks')) throw new Error('not now');
    return ids.map((id) => (id === 'missing' ? null : { id, name: `Unit ${id}` }));
  };
  const found = () => {
    const made = schema();
    (
      made.getType('Unit')!.extensions as { apollo: { subgraph: { resolveReference: unknown } } }
    ).apollo.subgraph.resolveReference = foundById(find);
    return made;
  };
  const units = (...ids: string[]) => ids.map((id) => ({ __typename: 'Unit', id }));
  const compiled = async (of: ReturnType<typeof schema>, representations: object[]) => {
    const { query } = compileQuery(of, DOCUMENT) as CompiledQuery;
    return JSON.parse(JSON.stringify(await query({}, {}, { representations })));
  };

  test.each([
    ['all of them', units('1', '2', '1')],
    ['one that is not there', units('1', 'missing', '2')],
    ['several kinds', [...units('1'), { __typename: 'Book', id: 'b1' }]],
  ])('is answered as the library does: %s', async (_, representations) => {
    const answer = await read(found(), representations);
    expect(await read(resolveEntitiesDirectly(found()), representations)).toEqual(answer);
    expect(await compiled(resolveEntitiesDirectly(found()), representations)).toEqual(answer);
  });

  test('is looked for in one go', async () => {
    const direct = resolveEntitiesDirectly(found());
    asked.length = 0;
    await read(direct, units('1', '2', '3'));
    expect(asked).toEqual([['1', '2', '3']]);
  });

  test.each([
    ['interpreted', read],
    ['compiled', compiled],
  ])('fails each for itself when it could not be looked for, %s', async (_, how) => {
    const { data, errors } = await how(resolveEntitiesDirectly(found()), units('1', 'breaks'));
    expect(data).toEqual({ _entities: [null, null] });
    expect(errors.map(({ message, path }: GraphQLError) => [message, path])).toEqual([
      ['not now', ['_entities', 0]],
      ['not now', ['_entities', 1]],
    ]);
  });
});

test('a schema without entities stays as it is', () => {
  const plain = buildSubgraphSchema(parse('type Query { any: Int }'));
  expect(resolveEntitiesDirectly(plain)).toBe(plain);
});
