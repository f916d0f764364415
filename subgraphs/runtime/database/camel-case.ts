import { CamelCasePlugin, type PluginTransformResultArgs, type QueryResult, type UnknownRow } from 'kysely';

/**
 * Names in camelCase for tables and columns in snake_case. The columns of an answer are renamed once for all of its
 * rows; what stands inside of a JSON value keeps its names.
 */
export class CamelCaseColumns extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true });
  }

  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows;
    if (!first) return result;
    const columns = Object.keys(first).map((from) => ({ from, to: this.camelCase(from) }));
    if (columns.every(({ from, to }) => from === to)) return result;
    const empty = Object.fromEntries(columns.map(({ to }) => [to, null]));
    const rows = result.rows.map((row) => {
      const renamed: UnknownRow = { ...empty };
      for (const { from, to } of columns) renamed[to] = row[from];
      return renamed;
    });
    return { ...result, rows };
  }
}
