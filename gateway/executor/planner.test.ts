import { expect, test } from 'vitest';
import { composeSupergraph } from '../compose.ts';
import { FEDERATION_SUBGRAPHS } from './federation-example.ts';
import { createPlanner, PlannerDied } from './planner.ts';

const planner = createPlanner(composeSupergraph(FEDERATION_SUBGRAPHS));

// The native planner (0.0.38) ends its process on two arguments for one name, which a client may legally write.
const FATAL = '{ media { ... on Film { rating } ... on Book { rating(scale: 10) } } }';

test('an operation that ends the planning process fails alone: those behind it are planned by the next one', async () => {
  const plans = ['{ books { isbn } }', FATAL, '{ people { name } }', '{ shelf { lamp } }'].map((query) =>
    planner.plan(query, undefined).then(
      (node) => node?.kind,
      (error) => error.constructor,
    ),
  );
  expect(await Promise.all(plans)).toEqual(['Fetch', PlannerDied, 'Fetch', 'Sequence']);
});

test('an operation without a plan says why, and the process lives on', async () => {
  await expect(planner.plan('{ nothing }', undefined)).rejects.toThrow('nothing');
  expect((await planner.plan('{ people { name } }', undefined))?.kind).toBe('Fetch');
});
