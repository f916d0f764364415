import { expect, test } from 'vitest';
import { ageOf, answerWith, createPageStore, type MadePage, sharedSeconds } from './shared-pages.ts';

test.each([
  ['/', 30],
  ['/announcements', 30],
  ['/announcements.atom', 30],
  ['/announcements/01a205ea-bedd-7272-ab9c-2e4fc18943d9', 30],
  ['/apps', 30],
  ['/apps/01a205ea-bedd-7272-ab9c-2e4fc18943d9', 30],
  ['/capabilities', 30],
  ['/transparency', 30],
  ['/standards', 60],
  ['/standards/onboarding', 60],
  ['/dictionary', 60],
  ['/dictionary/elements.csv', 60],
  ['/measure', 60],
  ['/measure/50', 60],
  ['/about/decisions', 60],
  ['/about/decisions/form-origin', 60],
  ['/glossary', 60],
  ['/changes', 60],
  ['/search', 60],
  ['/api-docs', 60],
  ['/api-docs/api.graphql', 60],
  ['/verify', 60],
  ['/verify/ZGT-2026-000001-X', 1],
])('%s is the same for every visitor without an account', (path, seconds) => {
  expect(sharedSeconds(path)).toBe(seconds);
});

test.each([
  '/sign-in',
  '/sign-up',
  '/sign-out',
  '/two-factor',
  '/report-misuse',
  '/switch-organization',
  '/work',
  '/work/queue',
  '/work/standards',
  '/standardsx',
  '/measured',
  '/404',
  '/graphql',
  '/verify/a/b',
])('%s is kept by nobody: it writes, or knows its visitor, or is not listed', (path) => {
  expect(sharedSeconds(path)).toBeNull();
});

const page = (size: number, bornAt = 0, maxAge = 60): MadePage => ({
  body: new ArrayBuffer(size),
  headers: { 'content-type': 'text/html; charset=utf-8' },
  tag: '"a"',
  bornAt,
  maxAge,
});

test('a page is given until its time is over', () => {
  const store = createPageStore(100);
  store.keep('/a', page(10, 1000));
  expect(store.get('/a', 1000)).not.toBeNull();
  expect(store.get('/a', 60_999)).not.toBeNull();
  expect(store.get('/b', 1000)).toBeNull();
  expect(store.get('/a', 61_000)).toBeNull();
  expect(store.get('/a', 1000)).toBeNull();
});

test('a clock that went back gives no page from the future', () => {
  const store = createPageStore(100);
  store.keep('/a', page(10, 5000));
  expect(store.get('/a', 4000)).toBeNull();
});

test('no more is kept than allowed: the oldest go first', () => {
  const store = createPageStore(100);
  for (const address of ['/a', '/b', '/c']) store.keep(address, page(40));
  expect(['/a', '/b', '/c'].map((address) => store.get(address, 0) !== null)).toEqual([false, true, true]);
  store.keep('/b', page(60));
  expect(['/b', '/c'].map((address) => store.get(address, 0) !== null)).toEqual([true, true]);
  store.keep('/large', page(101));
  expect(store.get('/large', 0)).toBeNull();
  expect(store.get('/b', 0)).not.toBeNull();
});

test('age is rounded up, so that nobody keeps a page longer than promised', () => {
  expect([1000, 1001, 2000, 2001].map((now) => ageOf(page(1, 1000), now))).toEqual([0, 1, 1, 2]);
});

test('a page tells for how long it may be kept, and its age when it has one', async () => {
  const answers = [0, 7].map((age) => answerWith(page(3), false, age));
  expect(answers.map(({ headers }) => headers.get('age'))).toEqual([null, '7']);
  const { status, headers } = answers[0]!;
  expect([status, Object.fromEntries(headers), (await answers[0]!.arrayBuffer()).byteLength]).toEqual([
    200,
    {
      'cache-control': 'public, max-age=60',
      'content-type': 'text/html; charset=utf-8',
      etag: '"a"',
      vary: 'Cookie',
    },
    3,
  ]);
});

test('who has the page is told so without its bytes', async () => {
  const answer = answerWith(page(3), true, 0);
  expect([answer.status, Object.fromEntries(answer.headers), await answer.text()]).toEqual([
    304,
    { 'cache-control': 'public, max-age=60', etag: '"a"', vary: 'Cookie' },
    '',
  ]);
});
