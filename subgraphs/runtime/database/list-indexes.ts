/**
 * The SQL of what a search in a register reads by: pairs of letters in the columns that it looks into (`number` first,
 * then `searchColumns`). Pairs find Chinese words of two characters, for which trigrams are too long, and need no extension.
 */
export function searchIndex(table: string, searched: readonly string[]): string {
  return `
create index ${table.split('.')[1]}_search on ${table} using gin (runtime.letter_pairs(${['number', ...searched].join(', ')}))
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
