import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { borrowDatabase } from '../../testing/lent-database.ts';
import { up } from './090-search-keys.ts';

it('a database whose searches read by pairs of letters gets its indexes anew', async () => {
  const database = await borrowDatabase();
  try {
    await database.pool.query(`
      create function runtime.letter_pairs(variadic texts text[]) returns text[] language sql immutable
        as $$ select array[lower(array_to_string(texts, '/'))] $$;
      drop index ecosystem.trademark_search;
      create index trademark_search on ecosystem.trademark using gin (runtime.letter_pairs(number, name, registration_number))
        with (gin_pending_list_limit = 256);`);
    await up(database.db.withoutPlugins() as Kysely<any>);
    const { rows } = await database.pool.query(
      `select indexdef from pg_indexes where indexname = 'trademark_search'`,
    );
    expect(rows).toEqual([
      {
        indexdef:
          "CREATE INDEX trademark_search ON ecosystem.trademark USING gin (runtime.search_keys(VARIADIC ARRAY[number, name, registration_number])) WITH (gin_pending_list_limit='256')",
      },
    ]);
    const { rows: left } = await database.pool.query(`select from pg_proc where proname = 'letter_pairs'`);
    expect(left).toEqual([]);
  } finally {
    await database.close();
  }
});

it('the keys of texts are their pairs of letters and their words with a digit from both sides', async () => {
  const database = await borrowDatabase();
  try {
    const { rows } = await database.pool.query(
      `select tsvector_to_array(runtime.search_keys('PP-2026-07', '第7次', null)) as keys`,
    );
    expect(rows[0].keys.toSorted()).toEqual(
      ['pp', 'p-', '-', '\n第', '第', '次\n', '2026', '\n6202', '07', '\n70', '7', '\n7', '\n'].toSorted(),
    );
  } finally {
    await database.close();
  }
});
