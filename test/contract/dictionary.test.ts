import type { StateText, Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { CODE_LISTS } from '@zgt/schema/dictionary/code-lists.ts';
import { expect, test } from 'vitest';
import { REGISTERS } from './registers.ts';

const lists = CODE_LISTS as Record<string, { labels: Record<string, string> }>;

test.each(REGISTERS.map(({ noun }) => noun.lifecycle))(
  'the dictionary names the states of $noun',
  (lifecycle) => {
    const name = `${lifecycle.noun[0]!.toLowerCase()}${lifecycle.noun.slice(1)}State`;
    const states = Object.entries<StateText>(lifecycle.states).map(([state, { label }]) => [state, label]);
    expect(Object.entries(lists[name]?.labels ?? {}), name).toEqual(states);
  },
);

test('numbers of different registers never look alike: people name records by them alone', () => {
  const prefixes = REGISTERS.map(({ noun }) => noun.numberPrefix);
  expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
});

test('the dictionary names every kind of document that an action takes', () => {
  const taken = REGISTERS.flatMap(({ noun }) =>
    Object.values<Transition>(noun.lifecycle.actions).flatMap(({ documents }) =>
      Object.keys(documents ?? {}),
    ),
  );
  const named = Object.keys(lists.documentKind!.labels);
  expect([...new Set(taken)].filter((kind) => !named.includes(kind))).toEqual([]);
});
