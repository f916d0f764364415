import { expect, it } from 'vitest';
import { Spread } from './spread.ts';

const RULES = { isOutage: () => true, mayRepeat: () => true };

/** A spread over `a` and `b` whose failures are set by hand and whose time stands still until moved. */
function twoPlaces() {
  let elapsed = 0;
  const down = new Set<string>();
  const asked: string[] = [];
  const spread = new Spread(['a', 'b'], () => elapsed);
  const work = async (at: string) => {
    asked.push(at);
    if (down.has(at)) throw new Error(`${at} is down`);
    return at;
  };
  return {
    down,
    asked,
    ask: (rules = RULES) => spread.run(work, rules),
    spread,
    pass: (ms: number) => {
      elapsed += ms;
    },
  };
}

it('asks equal places in turn', async () => {
  const { ask, asked } = twoPlaces();
  for (let index = 0; index < 6; index++) await ask();
  expect(asked.filter((at) => at === 'a')).toHaveLength(3);
});

it('asks where the least is running', async () => {
  const { spread } = twoPlaces();
  const held: (() => void)[] = [];
  const running: string[] = [];
  const hold = (at: string) => {
    running.push(at);
    return new Promise<void>((done) => held.push(done));
  };
  const first = spread.run(hold, RULES);
  const others = [1, 2, 3].map(() => spread.run(hold, RULES));
  for (const done of held) done();
  await Promise.all([first, ...others]);
  expect(running.filter((at) => at === 'a')).toHaveLength(2);
});

it('tries what failed once at another place, and not a third time', async () => {
  const { ask, asked, down } = twoPlaces();
  down.add('a').add('b');
  await expect(ask()).rejects.toThrow('is down');
  expect([...asked].sort()).toEqual(['a', 'b']);
});

it('does not repeat what may not be repeated', async () => {
  const { ask, asked, down } = twoPlaces();
  down.add('a').add('b');
  await expect(ask({ isOutage: () => true, mayRepeat: () => false })).rejects.toThrow('is down');
  expect(asked).toHaveLength(1);
});

it('leaves out a place that failed twice, and tries it again after a second', async () => {
  const { ask, asked, down, pass } = twoPlaces();
  down.add('a');
  for (let index = 0; index < 20; index++) expect(await ask()).toBe('b');
  expect(asked.filter((at) => at === 'a')).toHaveLength(2);
  pass(999);
  for (let index = 0; index < 4; index++) await ask();
  expect(asked.filter((at) => at === 'a')).toHaveLength(2);
  pass(1);
  down.clear();
  for (let index = 0; index < 4; index++) await ask();
  expect(asked.filter((at) => at === 'a').length).toBeGreaterThan(3);
});

it('keeps a place whose failures do not speak against it', async () => {
  const { ask, asked, down } = twoPlaces();
  down.add('a').add('b');
  for (let index = 0; index < 10; index++)
    await ask({ isOutage: () => false, mayRepeat: () => false }).catch(() => undefined);
  expect(asked.filter((at) => at === 'a')).toHaveLength(5);
});

it('still tries when every place is left out', async () => {
  const { ask, asked, down } = twoPlaces();
  down.add('a').add('b');
  for (let index = 0; index < 5; index++) await ask().catch(() => undefined);
  const before = asked.length;
  down.clear();
  expect(['a', 'b']).toContain(await ask());
  expect(asked.length).toBe(before + 1);
});

it('needs a place', () => {
  expect(() => new Spread([])).toThrow('at least one place');
});
