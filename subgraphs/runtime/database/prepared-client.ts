import { hash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';

const LONGEST_TEXT = 4000;
const MOST_STATEMENTS = 200;
const MOST_TEXTS = 2000;

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

const codeOf = (error: unknown) => (error instanceof pg.DatabaseError ? error.code : undefined);

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
  /** Names on this connection by text, least recently used first. */
  readonly #names = new Map<string, string>();
  #unwanted: string[] = [];
  #count = 0;

  override query(...input: any[]): any {
    const [text, values, callback] = input;
    const send = super.query as (...sent: any[]) => any;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return send.apply(this, input);
    const inTransaction = this.getTransactionStatus() !== 'I';
    const name = inTransaction && this.tablesMayChange && ALL_COLUMNS.test(text) ? null : nameOf(text);
    if (name === null) return send.apply(this, input);
    const answer = this.#sendPrepared(name, text, values).catch((error) => {
      const code = codeOf(error);
      // A value that could not be sent leaves the client believing in a statement that the server has not.
      if (code === undefined || code === PLAN_IS_STALE || code === STATEMENT_IS_GONE) this.#forget(text);
      if (inTransaction || (code !== PLAN_IS_STALE && code !== STATEMENT_IS_GONE)) throw error;
      return send.call(this, text, values);
    });
    if (typeof callback !== 'function') return answer;
    answer.then((result) => callback(undefined, result), callback);
  }

  #sendPrepared(base: string, text: string, values: unknown[]): Promise<pg.QueryResult> {
    let name = this.#names.get(text);
    if (name) this.#names.delete(text);
    else if (this.#names.size >= MOST_STATEMENTS) this.#forget(this.#names.keys().next().value!);
    // A name is never given twice on a connection, so that nothing can be believed of an old one.
    name ??= `${base}_${++this.#count}`;
    this.#names.set(text, name);
    const wire = this.connection as unknown as Wire;
    wire.stream.cork();
    try {
      for (const unwanted of this.#unwanted.splice(0)) {
        wire.close({ type: 'S', name: unwanted });
        delete wire.parsedStatements[unwanted];
      }
      return super.query({ name, text, values });
    } finally {
      wire.stream.uncork();
    }
  }

  #forget(text: string): void {
    const name = this.#names.get(text);
    this.#names.delete(text);
    if (name) this.#unwanted.push(name);
  }
}

/** The same on a database that no other process can reach. */
export class SolePreparingClient extends PreparingClient {
  protected override readonly tablesMayChange = false;
}
