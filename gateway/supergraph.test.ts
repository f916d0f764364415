import { expect, test } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { requireKnownFeatures, subgraphsOf } from './supergraph.ts';

const subgraph = (imports: string, sdl: string) => ({
  name: 'people',
  url: 'http://127.0.0.1:4001/graphql',
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.8", import: [${imports}])\n${sdl}`,
});

test('a supergraph tells its subgraphs and their addresses', () => {
  const supergraph = composeSupergraph([subgraph('"@key"', 'type Query { a: String }')]);
  expect(subgraphsOf(supergraph)).toEqual([{ name: 'people', url: 'http://127.0.0.1:4001/graphql' }]);
  expect(() => requireKnownFeatures(supergraph)).not.toThrow();
});

test('a schema that is no supergraph is refused with what to do', () => {
  expect(() => subgraphsOf('type Query { a: String }')).toThrow('请先组合子图');
});

test.each([
  ['"@authenticated"', 'type Query { a: String @authenticated }', 'authenticated'],
  ['"@policy"', 'type Query { a: String @policy(policies: [["p"]]) }', 'policy'],
  [
    '"@context", "@fromContext", "@key"',
    `type Unit @key(fields: "id") @context(name: "c") { id: ID! currency: String fees: [Fee!] }
     type Fee @key(fields: "id") { id: ID! amount(currency: String @fromContext(field: "$c { currency }")): Int }
     type Query { unit: Unit }`,
    'context',
  ],
])('a supergraph that needs %s is refused, never half carried out', (imports, sdl, feature) => {
  const supergraph = composeSupergraph([subgraph(imports, sdl)]);
  expect(() => requireKnownFeatures(supergraph)).toThrow(`/${feature}/`);
});
