import { type Lifecycle, stateNames } from '@zgt/runtime/lifecycle/declaration.ts';
import { openTestRuntime, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nouns } from './nouns.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await openTestRuntime();
}, 60_000);
afterAll(() => runtime.close());

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

it.each(nouns.map((noun) => [noun.lifecycle.noun, noun] as const))(
  'the table of %s admits exactly the declared states',
  async (_, noun) => {
    const [schema, table] = noun.table.split('.').map(snake) as [string, string];
    const found = await sql<{ definition: string }>`
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where conname = ${`${table}_state`} and conrelid = ${`${schema}.${table}`}::regclass`.execute(
      runtime.db,
    );
    const admitted = [...found.rows[0]!.definition.matchAll(/'([A-Z_]+)'/g)].map((match) => match[1]);
    expect(admitted.toSorted()).toEqual(stateNames(noun.lifecycle as Lifecycle).toSorted());
  },
);
