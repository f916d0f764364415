/**
 * The SQL of the function whose keys a search in a register reads by. Texts are taken in lower case: each letter with
 * the one behind it, the letter alone before a digit, and words with a digit whole, from the front and from the back.
 * Pairs find Chinese words of two characters, for which trigrams are too long; pairs of digits would be in nearly every
 * number and are left out. Needs no extension. It is called dear, so that the planner never computes it for every row,
 * and restricted, because starting parallel workers takes longer than a search.
 */
export const SEARCH_KEYS = `
create or replace function runtime.search_keys(variadic texts text[]) returns tsvector
language plpgsql immutable parallel restricted cost 10000 set search_path = pg_catalog as $$
declare
  whole text := lower(array_to_string(texts, E'\\n')) || E'\\n';
begin
  return array_to_tsvector(array(
    select letter || case when next ~ '[0-9]' then '' else next end
    from (select letter, lead(letter, 1, '') over () as next from unnest(string_to_array(whole, null)) as letter) as pair
    where letter !~ '[0-9]'
    union all
    select key from regexp_matches(whole, '[0-9a-z]*[0-9][0-9a-z]*', 'g') as word,
      unnest(array[left(word[1], 100), E'\\n' || left(reverse(word[1]), 100)]) as key));
end $$;
`;

/** The SQL of what a search in a register reads by: keys of the columns that it looks into, `number` first. */
export function searchIndex(table: string, searched: readonly string[]): string {
  return `
create index ${table.split('.')[1]}_search on ${table} using gin (runtime.search_keys(${['number', ...searched].join(', ')}))
  with (gin_pending_list_limit = 256);
`;
}

/**
 * The SQL of what a register's lists read by, besides the indexes of `registerTable`: its states within an
 * organisation, and what a search reads by.
 */
export function listIndexes(table: string, searched: readonly string[] = []): string {
  const name = table.split('.')[1]!;
  return `
create index ${name}_owner_state on ${table} (organization_id, state, id);
${searchIndex(table, searched)}`;
}
