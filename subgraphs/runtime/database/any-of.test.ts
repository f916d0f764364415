import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestRuntime, type TestRuntime } from '../testing/test-runtime.ts';
import { arrayText } from './any-of.ts';

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await openTestRuntime();
}, 60_000);
afterAll(() => runtime.close());

test.each([
  ['nothing', []],
  ['identifiers', ['018f0c3e-6b1a-7c3d-9e2f-0123456789ab', 'APP_1']],
  ['words with a meaning in arrays', ['NULL', 'null', '{}', '{a,b}', ',', '']],
  ['quotation marks, backslashes and blanks', ['"', '\\', '\\"', ' a ', "'", 'a\nb', '\\x41']],
  ['Chinese', ['广西', '“引号”']],
])('PostgreSQL reads the same texts: %s', async (_, values) => {
  const { rows } = await sql<{ read: string[] }>`select ${arrayText(values)}::text[] as read`.execute(
    runtime.db,
  );
  expect(rows).toEqual([{ read: values }]);
});
