/**
 * The SQL of what a register's lists read by, besides the indexes of `registerTable`: its states within an
 * organisation, and pairs of letters in the columns that a search looks into (`number` first, then `searchColumns`).
 * Pairs find Chinese words of two characters, for which trigrams are too long, and need no extension.
 */
export function listIndexes(table: string, searched: readonly string[] = []): string {
  const name = table.split('.')[1]!;
  return `
create index ${name}_owner_state on ${table} (organization_id, state, id);
create index ${name}_search on ${table} using gin (runtime.letter_pairs(${['number', ...searched].join(', ')}))
  with (gin_pending_list_limit = 256);
`;
}
