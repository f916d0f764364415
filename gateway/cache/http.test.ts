import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { expect, test } from 'vitest';
import { entityTag, hasTag } from './entity-tag.ts';
import { withCaching } from './http.ts';

const SIGNED_IN: Viewer = { ...ANONYMOUS, accountId: 'account-1', via: 'SESSION' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const ANSWER = { status: 200, headers: JSON_TYPE, body: Buffer.from('{"data":{"verdict":"1"}}') };
const TAG = '"oWV7tPiPMNDu6qrrHKAp0OvN_mmxWd4o_WOOlyISBHk"';
const get = (headers: Record<string, string> = {}) => ({ method: 'GET', headers });

test('a GET that everyone may share tells for how long, by what it varies and its entity tag', () => {
  const answer = withCaching(get(), ANONYMOUS, { maxAge: 30, age: null }, ANSWER);
  expect(answer).toEqual({
    ...ANSWER,
    headers: {
      ...JSON_TYPE,
      'cache-control': 'public, max-age=30',
      etag: TAG,
      vary: 'Accept, Authorization, Cookie',
    },
  });
  const older = withCaching(get(), ANONYMOUS, { maxAge: 30, age: 12 }, ANSWER);
  expect([older.headers.age, older.headers.etag]).toEqual(['12', TAG]);
});

test('who has it is told so without a body', () => {
  const answer = withCaching(get({ 'if-none-match': TAG }), ANONYMOUS, { maxAge: 1, age: 1 }, ANSWER);
  expect(answer).toEqual({
    status: 304,
    headers: {
      'cache-control': 'public, max-age=1',
      etag: TAG,
      vary: 'Accept, Authorization, Cookie',
      age: '1',
    },
    body: null,
  });
  expect(
    withCaching(get({ 'if-none-match': '"other"' }), ANONYMOUS, { maxAge: 1, age: 1 }, ANSWER).status,
  ).toBe(200);
});

test('a POST is kept by nobody else but tells the age of an answer from our cache', () => {
  const post = { method: 'POST', headers: { 'if-none-match': TAG } };
  const { status, headers } = withCaching(post, ANONYMOUS, { maxAge: 30, age: 4 }, ANSWER);
  expect([status, headers]).toEqual([200, { ...JSON_TYPE, 'cache-control': 'no-store', age: '4' }]);
});

test('what is not to be shared, and every answer to a signed-in viewer, is kept by nobody', () => {
  const shared = { maxAge: 30, age: null };
  for (const [viewer, told, answer, expected] of [
    [ANONYMOUS, null, ANSWER, 'no-store'],
    [ANONYMOUS, shared, { ...ANSWER, status: 400 }, 'no-store'],
    [SIGNED_IN, null, ANSWER, 'private, no-store'],
    [SIGNED_IN, shared, ANSWER, 'private, no-store'],
  ] as const) {
    const given = withCaching(get({ 'if-none-match': TAG }), viewer, told, answer);
    expect(given).toEqual({ ...answer, headers: { ...JSON_TYPE, 'cache-control': expected } });
  }
});

test('an entity tag is that of the bytes and their type', () => {
  const type = 'application/json';
  expect(entityTag(type, 'a')).toBe(entityTag(type, 'a'));
  expect(entityTag(type, 'a')).not.toBe(entityTag(type, 'b'));
  expect(entityTag(type, 'a')).not.toBe(entityTag('text/plain', 'a'));
  expect(entityTag(type, '条')).toMatch(/^"[\w-]{43}"$/);
});

test.each([
  [undefined, false],
  ['', false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"c",  "a"', true],
  ['*', true],
  ['"ab"', false],
  ['a', false],
  ['"b","c"', false],
])('If-None-Match %s', (header, expected) => {
  expect(hasTag(header, '"a"')).toBe(expected);
});
