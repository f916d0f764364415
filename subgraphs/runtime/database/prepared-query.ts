import pg from 'pg';

/** What node-postgres asks of a query of its own, and keeps in it, and leaves out of its types. */
interface Submitted {
  _result: { fields: pg.FieldDef[]; _parsers: Parser[]; parseRow: RowReader };
  _accumulateRows: boolean;
  prepare(connection: object): void;
  handleRowDescription(message: { fields: pg.FieldDef[] }): void;
}

type Parser = (text: string) => unknown;
type RowReader = (values: readonly (string | null)[]) => object;
type Answered = (error: Error | null, result: pg.QueryResult) => void;

const Query = pg.Query as unknown as new (config: pg.QueryConfig, callback: Answered) => Submitted;

/** A statement that is prepared on a connection, with what is known of its answers once there was one. */
export interface Statement {
  readonly name: string;
  answers: { columns: pg.FieldDef[]; readRow: RowReader } | null;
}

/**
 * Runs a prepared statement. The server describes the columns the first time alone, for it refuses a statement whose
 * columns have changed since; rows are read by code that was written for these columns.
 */
export class PreparedQuery extends Query {
  readonly #statement: Statement;

  constructor(statement: Statement, text: string, values: unknown[], callback: Answered) {
    super({ name: statement.name, text, values }, callback);
    this.#statement = statement;
  }

  override prepare(connection: object): void {
    const { answers } = this.#statement;
    if (answers) {
      this._result.fields = answers.columns;
      this._result.parseRow = answers.readRow;
      this._accumulateRows = true;
    }
    super.prepare(answers ? withoutDescribe(connection) : connection);
  }

  override handleRowDescription(message: { fields: pg.FieldDef[] }): void {
    super.handleRowDescription(message);
    const { fields: columns, _parsers } = this._result;
    this.#statement.answers = { columns, readRow: compileRow(columns, _parsers) };
  }
}

const TEXT = 25;
const AS_IT_IS: Parser = pg.types.getTypeParser(TEXT);

/** Writes the function that makes an object of a row's values: in one go, and by names that V8 knows. */
function compileRow(columns: readonly pg.FieldDef[], parsers: readonly Parser[]): RowReader {
  const properties = columns.map(({ name }, index) => {
    const value = `values[${index}]`;
    const read =
      parsers[index] === AS_IT_IS ? value : `${value} === null ? null : parsers[${index}](${value})`;
    // In brackets, because "__proto__" without them is no key.
    return `[${JSON.stringify(name)}]: ${read}`;
  });
  return new Function('parsers', `return (values) => ({ ${properties.join(', ')} });`)(parsers) as RowReader;
}

const quiet = new WeakMap<object, object>();

/** The same connection, over which nothing is asked to be described. */
function withoutDescribe(connection: object): object {
  const known = quiet.get(connection) ?? Object.create(connection, { describe: { value: () => undefined } });
  quiet.set(connection, known);
  return known;
}
