import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, limitRules } from './limits.ts';

const schema = buildSchema('type Query { a: A b: Int } type A { a: A b: Int }');
const rules = [...specifiedRules, ...limitRules(DEFAULT_LIMITS)];
const messages = (source: string) => validate(schema, parse(source), rules).map(({ message }) => message);

const nested = (depth: number) => `{ ${'a {'.repeat(depth - 1)} b ${'}'.repeat(depth - 1)} }`;
const repeated = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

test.each([
  ['depth 12', nested(12)],
  ['15 aliases', `{ ${repeated(15, (i) => `x${i}: b`)} }`],
  [
    '20 root fields',
    `{ ${repeated(10, () => 'b')} ...F } fragment F on Query { ${repeated(10, () => 'b')} }`,
  ],
  ['20 directives', `{ ${repeated(20, () => 'b @skip(if: false)')} }`],
  [
    'fragments do not add to the depth',
    `{ ...F } fragment F on Query { ... on Query { ${nested(12).slice(1, -1)} } }`,
  ],
])('%s is allowed', (_, source) => {
  expect(messages(source)).toEqual([]);
});

test.each([
  [nested(13), '嵌套深度超过上限：上限 12，实际 13。请减少嵌套层数，或拆成几次查询。'],
  [
    `{ ${repeated(16, (i) => `x${i}: b`)} }`,
    '别名数超过上限：上限 15，实际 16。请减少别名，或拆成几次查询。',
  ],
  [
    `{ ${repeated(21, () => 'b')} }`,
    '根字段数超过上限：上限 20，实际 21。请减少一次查询的根字段，或拆成几次查询。',
  ],
  [
    `{ ...F ...F ...F } fragment F on Query { ${repeated(7, () => 'b')} }`,
    '根字段数超过上限：上限 20，实际 21。请减少一次查询的根字段，或拆成几次查询。',
  ],
  [
    `{ a { ${repeated(21, () => 'b @skip(if: false)')} } }`,
    '指令数超过上限：上限 20，实际 21。请减少 @skip、@include 等指令。',
  ],
  ['query A { b } query B { b }', '操作数超过上限：上限 1，实际 2。请每次只发送一个操作。'],
])('%s is refused with the limit, the number and a remedy', (source, expected) => {
  expect(messages(source)).toContain(expected);
});

test('a cycle of fragments is refused and does not hang', () => {
  const found = messages('{ ...F } fragment F on Query { ...G a { b } } fragment G on Query { ...F }');
  expect(found).toContain('Cannot spread fragment "F" within itself via "G".');
});
