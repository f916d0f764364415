import { type Kysely, sql } from 'kysely';
import { SEARCH_KEYS } from '../list-indexes.ts';

/** Searches of all registers read by keys that lead to a number directly, where they read by pairs of letters before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${SEARCH_KEYS}
do $$
declare
  old record;
begin
  for old in select schemaname, indexname, indexdef from pg_indexes where indexdef like '%runtime.letter_pairs(%' loop
    execute format('drop index %I.%I', old.schemaname, old.indexname);
    execute replace(old.indexdef, 'runtime.letter_pairs(', 'runtime.search_keys(');
  end loop;
end $$;
drop function if exists runtime.letter_pairs(text[]);
`)
    .execute(db);
}
