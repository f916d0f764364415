import { expect, test } from 'vitest';
import { createAnswers, type Made } from './answers.ts';

function setUp(bytes = 1000) {
  const clock = { ms: 0 };
  const answers = createAnswers<string>({ bytes, elapsed: () => clock.ms });
  const made: string[] = [];
  const make =
    (value: string, size: number | null = 10) =>
    async (): Promise<Made<string>> => {
      made.push(value);
      return { value, bytes: size };
    };
  return { answers, clock, make, made };
}

/** A run that ends when it is told to. */
function pending() {
  const { promise, resolve, reject } = Promise.withResolvers<Made<string>>();
  return { run: () => promise, end: (value: string) => resolve({ value, bytes: 10 }), fail: reject };
}

test('an answer is given again until its age is over', async () => {
  const { answers, clock, make, made } = setUp();
  expect(await answers.get('a', 1000, make('first'))).toEqual({ value: 'first', how: 'MISS', ageMs: 0 });
  clock.ms = 999;
  expect(await answers.get('a', 1000, make('second'))).toEqual({ value: 'first', how: 'HIT', ageMs: 999 });
  clock.ms = 1000;
  expect(await answers.get('a', 1000, make('third'))).toMatchObject({ value: 'third', how: 'MISS' });
  expect(made).toEqual(['first', 'third']);
  expect(answers.statistics()).toEqual({ hits: 1, joined: 0, misses: 2, entries: 1, bytes: 10 });
});

test('who asks meanwhile waits for the same work', async () => {
  const { answers, made, make } = setUp();
  const work = pending();
  const first = answers.get('a', 1000, work.run);
  const others = Array.from({ length: 999 }, () => answers.get('a', 1000, make('again')));
  const elsewhere = await answers.get('b', 1000, make('other question'));
  work.end('once');
  expect((await first).how).toBe('MISS');
  expect(new Set((await Promise.all(others)).map(({ value, how }) => `${value} ${how}`))).toEqual(
    new Set(['once JOINED']),
  );
  expect(elsewhere.value).toBe('other question');
  expect(made).toEqual(['other question']);
  expect(answers.statistics()).toMatchObject({ misses: 2, joined: 999, hits: 0 });
});

test('age counts from the beginning of the work', async () => {
  const { answers, clock, make } = setUp();
  const work = pending();
  const first = answers.get('a', 1000, work.run);
  clock.ms = 600;
  work.end('slow');
  expect((await first).ageMs).toBe(600);
  clock.ms = 999;
  expect(await answers.get('a', 1000, make('new'))).toEqual({ value: 'slow', how: 'HIT', ageMs: 999 });
  clock.ms = 1000;
  expect((await answers.get('a', 1000, make('new'))).value).toBe('new');
});

test('nobody joins work that began too long ago, and its answer is not kept', async () => {
  const { answers, clock, make } = setUp();
  const slow = pending();
  const first = answers.get('a', 1000, slow.run);
  clock.ms = 1000;
  const second = answers.get('a', 1000, make('fresh'));
  expect(await second).toMatchObject({ value: 'fresh', how: 'MISS' });
  slow.end('stale');
  expect(await first).toMatchObject({ value: 'stale', how: 'MISS', ageMs: 1000 });
  expect((await answers.get('a', 1000, make('later'))).value).toBe('fresh');
});

test('after forgetting, nothing is given whose work began before', async () => {
  const { answers, make } = setUp();
  await answers.get('kept', 1000, make('old'));
  const work = pending();
  const under = answers.get('under way', 1000, work.run);
  answers.forget();
  expect(await answers.get('kept', 1000, make('new'))).toMatchObject({ value: 'new', how: 'MISS' });
  expect(await answers.get('under way', 1000, make('new'))).toMatchObject({ value: 'new', how: 'MISS' });
  work.end('old');
  expect((await under).value).toBe('old');
  expect((await answers.get('under way', 1000, make('newer'))).value).toBe('new');
});

test('what may not be kept is not; what fails fails for those who waited and for nobody after', async () => {
  const { answers, make } = setUp();
  await answers.get('a', 1000, make('with errors', null));
  expect((await answers.get('a', 1000, make('whole'))).value).toBe('whole');
  const work = pending();
  const waiting = [answers.get('b', 1000, work.run), answers.get('b', 1000, work.run)];
  work.fail(new Error('no answer'));
  for (const settled of await Promise.allSettled(waiting)) expect(settled.status).toBe('rejected');
  expect((await answers.get('b', 1000, make('mended'))).value).toBe('mended');
});

test('no more is kept than allowed: the least recently used goes, and what is too large does not come in', async () => {
  const { answers, make } = setUp(100);
  for (const key of ['a', 'b', 'c', 'd']) await answers.get(key, 1000, make(key, 30));
  expect(answers.statistics()).toMatchObject({ entries: 3, bytes: 90 });
  expect((await answers.get('a', 1000, make('again', 30))).how).toBe('MISS');
  expect((await answers.get('d', 1000, make('again', 30))).how).toBe('HIT');
  await answers.get('large', 1000, make('large', 101));
  expect(answers.statistics()).toMatchObject({ entries: 3, bytes: 90 });
});
