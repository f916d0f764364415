import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { measureCost } from './cost.ts';

const schema = buildSchema(`
  type Query { apps(first: Int = 20): Apps! units: [Unit!]! asset: Asset name: String }
  type Apps { nodes: [App!]! edges: [Edge!]! total: Int }
  type Edge { node: App! }
  interface Asset { id: ID! owner: Unit }
  type App implements Asset { id: ID! owner: Unit title: String }
  type Unit { id: ID! apps(first: Int, last: Int): Apps! }
`);

const costOf = (source: string, variables: Record<string, unknown> = {}) => {
  const document = parse(source);
  return measureCost(schema, document, getOperationAST(document)!, variables);
};

test.each([
  ['a leaf is one', '{ name }', {}, 1],
  [
    'a page counts its size once, not again for the list in it',
    '{ apps(first: 5) { nodes { id title } } }',
    {},
    1 + 5 * 3,
  ],
  ['edges count like nodes', '{ apps(first: 5) { edges { node { id } } } }', {}, 1 + 5 * (1 + 1 + 1)],
  [
    'a page size in a variable counts',
    'query($n: Int) { apps(first: $n) { nodes { id } } }',
    { n: 100 },
    1 + 100 * 2,
  ],
  [
    'the default of a variable counts',
    'query($n: Int = 7) { apps(first: $n) { nodes { id } } }',
    { n: 7 },
    1 + 7 * 2,
  ],
  ['the default of the argument counts', '{ apps { nodes { id } } }', {}, 1 + 20 * 2],
  ['a list without a size counts ten', '{ units { id } }', {}, 1 + 10],
  ['pages in lists multiply', '{ units { apps(first: 100) { nodes { id } } } }', {}, 1 + 10 * (1 + 100 * 2)],
  ['a page without a size counts ten', '{ units { apps { nodes { id } } } }', {}, 1 + 10 * (1 + 10 * 2)],
  [
    'each spread of a fragment counts',
    '{ a: units { ...U } b: units { ...U } } fragment U on Unit { id }',
    {},
    22,
  ],
  ['fields of interfaces count', '{ asset { owner { id } ... on App { title } } }', {}, 1 + 2 + 1],
])('%s', (_promise, source, variables, expected) => {
  expect(costOf(source, variables)).toBe(expected);
});

test('fragments that contain each other many times are measured at once', () => {
  const spreads = (name: string) => `...${name} ...${name} ...${name} ...${name}`;
  const fragments = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Query { ${spreads(`F${i + 1}`)} }`,
  );
  const source = `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { name }`;
  expect(costOf(source)).toBe(4 ** 40);
});
