import { UNIT_REQUESTS } from '@zgt/operations/fairness/requests.ts';
import type { Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { expect, it } from 'vitest';
import { REGISTERS } from './registers.ts';

const DECIDERS = ['PROJECT_COMPANY', 'MANAGEMENT_UNIT', 'OWNER_UNIT'];

/** The answers that others than the unit may give while a request waits, as its lifecycle declares them. */
function answersOf(noun: string, waiting: readonly string[]): [string, Transition][] {
  const { lifecycle } = REGISTERS.find((one) => one.noun.lifecycle.noun === noun)!.noun;
  return Object.entries<Transition>(lifecycle.actions).filter(
    ([, { from, to, by }]) =>
      to !== null &&
      from?.length === 1 &&
      waiting.includes(from[0]!) &&
      by.some(({ party, own }) => DECIDERS.includes(party) && !own),
  );
}

it.each(Object.entries(UNIT_REQUESTS))(
  'article 46: what is compared of %s is what its lifecycle lets others answer [duty 46.1]',
  (noun, { waiting, granted, refused }) => {
    const answers = answersOf(noun, waiting);
    const names = (negative: boolean) =>
      answers.filter(([, action]) => Boolean(action.negative) === negative).map(([name]) => name);
    expect(Object.keys(granted).toSorted()).toEqual(names(false).toSorted());
    expect(Object.keys(refused).toSorted()).toEqual(names(true).toSorted());
  },
);

it.each(Object.entries(UNIT_REQUESTS))(
  'article 46: a "no" to %s says why [duty 46.1]',
  (noun, { waiting }) => {
    const refusals = answersOf(noun, waiting).filter(([, { negative }]) => negative);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.filter(([, { reason }]) => reason !== 'REQUIRED').map(([name]) => name)).toEqual([]);
  },
);

it('article 46: a score that is corrected by hand says why [duty 46.1]', () => {
  const { lifecycle } = REGISTERS.find((one) => one.noun.lifecycle.noun === 'AppScore')!.noun;
  expect(lifecycle.actions.correct!.reason).toBe('REQUIRED');
});
