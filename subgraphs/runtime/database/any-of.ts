import { type RawBuilder, sql } from 'kysely';

/** `column = any($1)`: one text of a statement however many values, so that the database plans it once. */
export function anyOf(
  column: string,
  values: readonly string[],
  type: 'uuid' | 'text' = 'uuid',
): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${[...values]}::${sql.raw(type)}[])`;
}
