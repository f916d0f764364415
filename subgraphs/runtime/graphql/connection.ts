import type { Builder } from './builder.ts';
import type { SharedTypes } from './types.ts';

/** A page of a list, as its statement read it. */
export interface Page<Row> {
  rows: Row[];
  hasNextPage: boolean;
}

/** The types of a list that is paged by key: `<name>Connection` over `<name>Edge`; `settings` go with every field. */
export function connectionOf<Row>(
  builder: Builder,
  { pageInfo }: Pick<SharedTypes, 'pageInfo'>,
  name: string,
  node: object,
  cursorOf: (row: Row) => string,
  settings: object = {},
) {
  const edge = builder.objectRef<Row>(`${name}Edge`).implement({
    fields: (t) => ({
      cursor: t.string({ resolve: (row) => cursorOf(row as Row) }),
      node: t.field({ type: node as never, ...settings, resolve: (row) => row as never }),
    }),
  });
  return builder.objectRef<Page<Row>>(`${name}Connection`).implement({
    fields: (t) => ({
      edges: t.field({ type: [edge], ...settings, resolve: ({ rows }) => rows as never }),
      pageInfo: t.field({
        type: pageInfo,
        ...settings,
        resolve: ({ rows, hasNextPage }) => {
          const last = rows.at(-1);
          return { hasNextPage, endCursor: last === undefined ? null : cursorOf(last) };
        },
      }),
    }),
  });
}
