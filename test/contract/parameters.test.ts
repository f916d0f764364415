import { RULE_PARAMETERS } from '@zgt/schema/measure/parameters.ts';
import { expect, it } from 'vitest';
import { isTest, sources } from './sources.ts';

/** Where rules are carried out; what only shows a parameter does not make it act. */
const ACTS = /^(subgraphs\/(?!demo\/)|gateway\/)/;

it('every rule parameter is read where something is decided: none can be set without effect', async () => {
  const program = (await sources()).filter(({ path }) => ACTS.test(path) && !isTest(path));
  const named = new Set(program.flatMap(({ text }) => text.match(/(?<=')[a-z0-9_.]+(?=')/g) ?? []));
  expect(named.size).toBeGreaterThan(0);
  expect(RULE_PARAMETERS.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
