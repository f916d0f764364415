import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { policyOf } from './policy.ts';

const schema = buildSchema(`
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
  type Query {
    verdict(number: String!): Verdict @cacheControl(maxAge: 1, scope: PUBLIC)
    article: Article @cacheControl(maxAge: 300, scope: PUBLIC)
    unscoped: Article @cacheControl(maxAge: 20)
    mine: Article @cacheControl(maxAge: 300, scope: PRIVATE)
    count: Int
    hintedCount: Int @cacheControl(maxAge: 40)
    inheriting: Article @cacheControl(inheritMaxAge: true)
    viewer: Viewer
    items: [Item!] @cacheControl(maxAge: 90)
    either: Either @cacheControl(maxAge: 90)
    typed: Typed
    looser: Typed @cacheControl(maxAge: 600)
  }
  type Mutation { publish: Article @cacheControl(maxAge: 300, scope: PUBLIC) }
  type Subscription { published: Article @cacheControl(maxAge: 300, scope: PUBLIC) }
  type Verdict { number: String holder: Holder @cacheControl(inheritMaxAge: true) }
  type Holder { name: String }
  type Viewer { name: String article: Article @cacheControl(maxAge: 300) }
  type Article {
    title: String
    duties: [Duty!]! @cacheControl(inheritMaxAge: true)
    parameters: [Duty!]! @cacheControl(maxAge: 60, scope: PUBLIC)
    actions: [Duty!]!
    secret: String @cacheControl(scope: PRIVATE)
    never: String @cacheControl(maxAge: 0)
  }
  type Duty { gist: String article: Article }
  interface Item { id: ID! of: Holder @cacheControl(maxAge: 90) }
  type Slow implements Item { id: ID! of: Holder @cacheControl(maxAge: 90) }
  type Fast implements Item { id: ID! of: Holder @cacheControl(maxAge: 5) }
  type Bare { of: Holder }
  union Either = Slow | Bare
  type Typed @cacheControl(maxAge: 70) { name: String }
`);

function policy(source: string, variables: Record<string, unknown> = {}, name?: string) {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const { maxAge, scope } = policyOf(schema, document, getOperationAST(document, name)!, variables);
  return `${maxAge} ${scope}`;
}

test.each([
  ['a hinted root field with fields that give no objects', '{ article { title } }', '300 PUBLIC'],
  ['a field that inherits', '{ article { duties { gist } } }', '300 PUBLIC'],
  ['the least of all fields', '{ article { title parameters { gist } } }', '60 PUBLIC'],
  [
    'the least of several roots',
    '{ a: article { title } verdict(number: "1") { holder { name } } }',
    '1 PUBLIC',
  ],
  ['a scope that is not told', '{ unscoped { title } }', '20 PUBLIC'],
  ['a hint on the type', '{ typed { name } }', '70 PUBLIC'],
  ['a hint on the field before that on its type', '{ looser { name } }', '600 PUBLIC'],
  ['a hinted root field that gives no object', '{ hintedCount }', '40 PUBLIC'],
  ['the name of a type', '{ __typename article { __typename } }', '300 PUBLIC'],
])('%s decides', (_, source, expected) => {
  expect(policy(source)).toBe(expected);
});

test.each([
  ['a root field without a hint', '{ count }'],
  ['a root field that would inherit from nothing', '{ inheriting { title } }'],
  ['an object without a hint', '{ article { title actions { gist } } }'],
  ['an object without a hint, deep down', '{ article { duties { article { title } } } }'],
  ['a hinted field within an object without one', '{ viewer { article { title } } }'],
  ['one private root among public ones', '{ article { title } viewer { name } }'],
  ['a field that says never', '{ article { title never } }'],
  ['the schema', '{ __schema { queryType { name } } }'],
  ['the schema beside something public', '{ article { title } __type(name: "Query") { name } }'],
  ['only the name of the root', '{ __typename }'],
  ['a mutation', 'mutation { publish { title } }'],
  ['a subscription', 'subscription { published { title } }'],
])('%s is not cached', (_, source) => {
  expect(policy(source)).toBe('0 PRIVATE');
});

test('one private field makes the whole answer private', () => {
  expect(policy('{ mine { title } }')).toBe('300 PRIVATE');
  expect(policy('{ article { title secret } }')).toBe('300 PRIVATE');
});

test('fragments count like the fields that they hold', () => {
  expect(
    policy('{ ...Root } fragment Root on Query { article { ...Body } } fragment Body on Article { title }'),
  ).toBe('300 PUBLIC');
  expect(policy('{ article { ...Body } } fragment Body on Article { title actions { gist } }')).toBe(
    '0 PRIVATE',
  );
  expect(policy('{ article { ... on Article { parameters { gist } } ... { title } } }')).toBe('60 PUBLIC');
});

test('of an interface or a union, the strictest object that can stand there decides', () => {
  expect(policy('{ items { id } }')).toBe('90 PUBLIC');
  expect(policy('{ items { of { name } } }')).toBe('5 PUBLIC');
  expect(policy('{ items { ... on Slow { of { name } } } }')).toBe('90 PUBLIC');
  expect(policy('{ either { ... on Slow { of { name } } } }')).toBe('90 PUBLIC');
  expect(policy('{ either { ... on Slow { of { name } } ... on Bare { of { name } } } }')).toBe('0 PRIVATE');
});

test('what is skipped does not count', () => {
  const source = 'query($all: Boolean!) { article { title actions @include(if: $all) { gist } } }';
  expect([policy(source, { all: false }), policy(source, { all: true })]).toEqual([
    '300 PUBLIC',
    '0 PRIVATE',
  ]);
  expect(policy('{ article { title } viewer @skip(if: true) { name } }')).toBe('300 PUBLIC');
  expect(policy('{ article { title } ... @include(if: false) { viewer { name } } }')).toBe('300 PUBLIC');
  expect(policy('{ article { title } ...Me @skip(if: true) } fragment Me on Query { viewer { name } }')).toBe(
    '300 PUBLIC',
  );
});

test('only the operation that runs counts', () => {
  const source = 'query Public { article { title } } query Own { viewer { name } }';
  expect([policy(source, {}, 'Public'), policy(source, {}, 'Own')]).toEqual(['300 PUBLIC', '0 PRIVATE']);
});

test('fragments that spread each other twice are walked once', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on Article { ...F${index + 1} ... { ...F${index + 1} } }`,
  );
  const document = parse(`{ article { ...F0 } } ${fragments.join(' ')} fragment F60 on Article { title }`);
  expect(policyOf(schema, document, getOperationAST(document)!, {})).toEqual({
    maxAge: 300,
    scope: 'PUBLIC',
  });
});
