import { type RawBuilder, sql } from 'kysely';

/** `column = any($1)`: one text of a statement however many values, so that the database plans it once. */
export function anyOf(
  column: string,
  values: readonly string[],
  type: 'uuid' | 'text' = 'uuid',
): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${arrayText(values)}::${sql.raw(type)}[])`;
}

const PLAIN = /^[\w-]+$/;

/** An array of texts as PostgreSQL reads it: each in quotation marks, so that no word has a meaning of its own. */
export function arrayText(values: readonly string[]): string {
  const quoted = values.map((value) => `"${PLAIN.test(value) ? value : value.replace(/[\\"]/g, '\\$&')}"`);
  return `{${quoted.join()}}`;
}
