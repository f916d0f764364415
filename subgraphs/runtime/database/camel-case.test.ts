import { expect, test } from 'vitest';
import { CamelCaseColumns } from './camel-case.ts';

const rename = async (rows: Record<string, unknown>[]) =>
  (await new CamelCaseColumns().transformResult({ queryId: {} as never, result: { rows } })).rows;

test('columns are named in camelCase in every row, values stay as they are', async () => {
  const sentAt = new Date(0);
  expect(
    await rename([
      { id: 1, unit_id: 'u1', sent_at: sentAt, line_2: null },
      { id: 2, unit_id: null, sent_at: null, line_2: 'b' },
    ]),
  ).toEqual([
    { id: 1, unitId: 'u1', sentAt, line2: null },
    { id: 2, unitId: null, sentAt: null, line2: 'b' },
  ]);
});

test('what stands inside of a JSON value keeps its names', async () => {
  const facts = { old_name: 'a', list: [{ new_name: 'b' }] };
  expect(await rename([{ extra_facts: facts }])).toEqual([{ extraFacts: facts }]);
});

test('rows without anything to rename are passed on as they are', async () => {
  const rows = [{ id: 1, unitId: 'u1' }];
  expect(await rename(rows)).toBe(rows);
  expect(await rename([])).toEqual([]);
});
