import type { StateText, Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
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

test('the dictionary names what the forms let people choose, in the same words', () => {
  const named = new Set(
    Object.values(lists).map(({ labels }) => JSON.stringify(Object.entries(labels).sort())),
  );
  const fields = REGISTERS.flatMap(({ noun }) =>
    Object.values<{ fields?: Fields }>(noun.lifecycle.actions).flatMap((action) =>
      Object.values(action.fields ?? {}),
    ),
  );
  const chosen = fields.flatMap((field) => ('enumName' in field ? [field] : []));
  expect(chosen.length).toBeGreaterThan(100);
  expect(
    chosen
      .filter(({ options }) => !named.has(JSON.stringify(Object.entries(options).sort())))
      .map(({ enumName }) => enumName),
  ).toEqual([]);
});

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
