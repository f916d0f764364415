import { expect, test } from 'vitest';
import { localPath, seeOther } from './local-path.ts';

test('a path of this site is kept with its query', () => {
  expect(localPath('/work?tab=due#first', '/')).toBe('/work?tab=due#first');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
  '',
  null,
  '/\t/evil.example',
])('an address elsewhere (%s) gives the fallback', (path) => {
  expect(localPath(path, '/work')).toBe('/work');
});

test('every cookie of the identity service reaches the browser', () => {
  const answer = seeOther('/work', ['a=1; Path=/', 'b=2; Path=/']);
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
});
