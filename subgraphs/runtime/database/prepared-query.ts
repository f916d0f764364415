import pg from 'pg';

/** What node-postgres asks of a query of its own and leaves out of its types. */
interface Submitted {
  prepare(connection: object): void;
  handleRowDescription(message: { fields: pg.FieldDef[] }): void;
}

type Answered = (error: Error | null, result: pg.QueryResult) => void;

const Query = pg.Query as unknown as new (config: pg.QueryConfig, callback: Answered) => Submitted;

/** A statement that is prepared on a connection, with the columns of its answers once they are known. */
export interface Statement {
  readonly name: string;
  columns: pg.FieldDef[] | null;
}

/**
 * Runs a prepared statement. The server describes the columns the first time alone: it refuses a statement whose
 * columns have changed since.
 */
export class PreparedQuery extends Query {
  readonly #statement: Statement;

  constructor(statement: Statement, text: string, values: unknown[], callback: Answered) {
    super({ name: statement.name, text, values }, callback);
    this.#statement = statement;
  }

  override prepare(connection: object): void {
    const { columns } = this.#statement;
    if (columns) super.handleRowDescription({ fields: columns });
    super.prepare(columns ? withoutDescribe(connection) : connection);
  }

  override handleRowDescription(message: { fields: pg.FieldDef[] }): void {
    this.#statement.columns = message.fields;
    super.handleRowDescription(message);
  }
}

const quiet = new WeakMap<object, object>();

/** The same connection, over which nothing is asked to be described. */
function withoutDescribe(connection: object): object {
  const known = quiet.get(connection) ?? Object.create(connection, { describe: { value: () => undefined } });
  quiet.set(connection, known);
  return known;
}
