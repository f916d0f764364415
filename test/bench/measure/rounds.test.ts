import { expect, it } from 'vitest';
import { measureInRounds } from './rounds.ts';

it('visits every subject once a round, and one that failed no more', async () => {
  const visits: string[] = [];
  const subject = (target: string, failsIn?: number) => ({
    target,
    measure: async (round: number) => {
      visits.push(`${target}${round}`);
      if (round === failsIn) throw new Error('no answer\nat line 3');
      return { value: round + 1, more: { MB: 10 * (round + 1) } };
    },
  });
  const rows = await measureInRounds([subject('a'), subject('b', 1), subject('c')], 3);
  expect(visits).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'c1', 'a2', 'c2']);
  expect(rows.map(({ target, values, more, failed }) => ({ target, values, more, failed }))).toEqual([
    { target: 'a', values: [1, 2, 3], more: { MB: 20 }, failed: undefined },
    { target: 'b', values: [1], more: { MB: 10 }, failed: 'no answer' },
    { target: 'c', values: [1, 2, 3], more: { MB: 20 }, failed: undefined },
  ]);
});
