/**
 * The SQL of a register: the columns that the engine keeps, its own columns, the states as a CHECK,
 * the sequence of its numbers, and the index that its lists page by.
 */
export function registerTable(table: string, states: readonly string[], columns: string): string {
  const name = table.split('.')[1]!;
  const list = states.map((state) => `'${state}'`).join(', ');
  return `
create table ${table} (
  id uuid primary key,
  number text not null unique,
  organization_id uuid not null,
  state text not null constraint ${name}_state check (state in (${list})),
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ${columns.trim()}
);
create sequence ${table}_number;
create index ${name}_owner on ${table} (organization_id, id);
create index ${name}_by_state on ${table} (state, id);
`;
}
