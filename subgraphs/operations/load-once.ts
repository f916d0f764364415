import type { Db } from '@zgt/runtime/database/open.ts';
import type { SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import DataLoader from 'dataloader';

/**
 * Rows that belong to records, read for all records of a request in one statement: `read` gives the rows of many,
 * `keyOf` says whose a row is, and their order is kept.
 */
export function loadOnce<T>(
  read: (db: Db<any>, ids: readonly string[]) => Promise<T[]>,
  keyOf: (row: T) => string,
): (context: SubgraphContext, id: string) => Promise<T[]> {
  const known = new WeakMap<SubgraphContext, DataLoader<string, T[]>>();
  return (context, id) => {
    let loader = known.get(context);
    if (!loader) {
      loader = new DataLoader<string, T[]>(async (ids) => {
        const rows = Map.groupBy(await read(context.runtime.readDb, ids), keyOf);
        return ids.map((one) => rows.get(one) ?? []);
      });
      known.set(context, loader);
    }
    return loader.load(id);
  };
}
