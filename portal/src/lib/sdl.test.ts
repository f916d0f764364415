import { expect, test } from 'vitest';
import { readApi } from './sdl.ts';

const SDL = `
directive @basis(articles: [Int!]!) on FIELD_DEFINITION
type Mutation {
  "请求品牌授权。"
  requestBrandAuthorization("编号" id: ID!, note: String): Payload! @basis(articles: [50, 49])
}
type Query {
  old: Int @deprecated(reason: "改用 newer")
  newer: Int
}
"结果"
type Payload { ok: Boolean! }
enum Kind { A B }
`;

test('an operation carries its description, arguments and articles', () => {
  expect(readApi(SDL).mutations).toEqual([
    {
      name: 'requestBrandAuthorization',
      type: 'Payload!',
      description: '请求品牌授权。',
      articles: [50, 49],
      arguments: [
        { name: 'id', type: 'ID!', description: '编号' },
        { name: 'note', type: 'String', description: '' },
      ],
      deprecated: null,
    },
  ]);
});

test('what is deprecated says so, and root types are not listed twice', () => {
  const { queries, types } = readApi(SDL);
  expect(queries.map(({ name, deprecated }) => [name, deprecated])).toEqual([
    ['newer', null],
    ['old', '改用 newer'],
  ]);
  expect(types.map(({ name, kind }) => [name, kind])).toEqual([
    ['Kind', '枚举'],
    ['Payload', '对象'],
  ]);
});
