import { hash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { PreparedQuery, type Statement } from './prepared-query.ts';

const LONGEST_TEXT = 4000;
const MOST_STATEMENTS = 200;
const MOST_TEXTS = 2000;
/** So many statements leave together, while the next ones are put together. */
const MOST_GATHERED = 4;

/** Texts that the process has sent, least recently first, with the names of those that it sent again. */
const texts = new Map<string, string | null>();

/** The name under which a text is prepared; null for one that is long or that nobody sent before. */
function nameOf(text: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const known = texts.get(text);
  const name = known === undefined ? null : (known ?? `zgt_${hash('sha1', text, 'hex').slice(0, 16)}`);
  texts.delete(text);
  texts.set(text, name);
  if (texts.size > MOST_TEXTS) texts.delete(texts.keys().next().value!);
  return name;
}

/** What node-postgres keeps of a connection and leaves out of its types. */
interface Wire {
  stream: Duplex;
  parsedStatements: Record<string, string>;
  close(statement: { type: 'S'; name: string }): void;
}

/** "cached plan must not change result type": the table changed under the statement. */
const PLAN_IS_STALE = '0A000';
/** The prepared statement does not exist: something between us and the server has forgotten it. */
const STATEMENT_IS_GONE = '26000';

type Callback = (error: unknown, result?: pg.QueryResult) => void;

/** All columns, whichever there are: the one kind of statement whose result changes when a table gets a column. */
const ALL_COLUMNS = /[\s.]\*/;

/**
 * A client that sends every statement with parameters as a prepared one from its second time on, and keeps so many
 * of them on a connection. A statement that a table's change has made unusable is sent anew; as that cannot be done
 * within a transaction, those that would be made so by a new column are not prepared there.
 */
export class PreparingClient extends pg.Client {
  /** Whether other processes may change tables while this one runs. */
  protected readonly tablesMayChange: boolean = true;
  /** Statements on this connection by text, least recently used first. */
  readonly #statements = new Map<string, Statement>();
  readonly #unwanted: string[] = [];
  #count = 0;
  #gathered = 0;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // A lost connection fails its statements and leaves the pool; while it is lent out, nobody else listens.
    this.on('error', () => undefined);
  }

  // All forms of node-postgres stay; the one with a text and values is prepared.
  override query(...input: never[]): never {
    const [text, values, callback] = input as unknown[] as [unknown, unknown, Callback?];
    const send = super.query.bind(this) as (...sent: unknown[]) => unknown;
    const prepared =
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? this.#prepared(text, values)
        : null;
    if (!prepared) return send(...input) as never;
    if (callback) prepared.then((result) => callback(undefined, result), callback);
    return (callback ? undefined : prepared) as never;
  }

  /** The answer to a prepared statement, or null for one that is not to be prepared. */
  #prepared(text: string, values: unknown[]): Promise<pg.QueryResult> | null {
    const status = this.getTransactionStatus();
    const inTransaction = status === 'T' || status === 'E';
    if (inTransaction && this.tablesMayChange && ALL_COLUMNS.test(text)) return null;
    const name = nameOf(text);
    if (name === null) return null;
    return this.#sendPrepared(name, text, values).catch((error) => {
      const code = error instanceof pg.DatabaseError ? error.code : null;
      const unusable = code === PLAN_IS_STALE || code === STATEMENT_IS_GONE;
      // A value that could not be sent leaves the client believing in a statement that the server has not.
      if (unusable || code === null) this.#forget(text);
      if (!unusable || inTransaction) throw error;
      return super.query(text, values);
    });
  }

  #sendPrepared(base: string, text: string, values: unknown[]): Promise<pg.QueryResult> {
    let statement = this.#statements.get(text);
    if (statement) this.#statements.delete(text);
    else if (this.#statements.size >= MOST_STATEMENTS) this.#forget(this.#statements.keys().next().value!);
    // A name is never given twice on a connection, so that nothing can be believed of an old one.
    statement ??= { name: `${base}_${++this.#count}`, answers: null };
    this.#statements.set(text, statement);
    const wire = this.connection as unknown as Wire;
    this.#gather(wire.stream);
    for (const unwanted of this.#unwanted.splice(0)) {
      wire.close({ type: 'S', name: unwanted });
      delete wire.parsedStatements[unwanted];
    }
    // By callback: of promises that node-postgres makes itself, V8 keeps results until it collects all of its memory.
    return new Promise((resolve, reject) => {
      const query = new PreparedQuery(statement, text, values, (error, result) =>
        error ? reject(error) : resolve(result),
      );
      super.query(query as unknown as pg.Query);
    });
  }

  /** What is sent in one turn of the event loop, by whichever requests, leaves in few writes. */
  #gather(stream: Duplex): void {
    this.#gathered += 1;
    if (this.#gathered === 1) {
      stream.cork();
      setImmediate(() => {
        this.#gathered = 0;
        stream.uncork();
      });
    } else if (this.#gathered % MOST_GATHERED === 1) {
      stream.uncork();
      stream.cork();
    }
  }

  #forget(text: string): void {
    const statement = this.#statements.get(text);
    this.#statements.delete(text);
    if (statement) this.#unwanted.push(statement.name);
  }
}

/** The same on a database that no other process can reach. */
export class SolePreparingClient extends PreparingClient {
  protected override readonly tablesMayChange = false;
}
