import type { OperationNodeSource, RawBuilder } from 'kysely';
import type { Db, Tx } from '../database/open.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { RequestContext, Viewer } from '../viewer.ts';
import type { Lifecycle, Row } from './declaration.ts';

export interface DocumentInput {
  kind: string;
  documentId: string;
}

/** What one call of an action brings with it, after validation. */
export interface Given<R extends Row = Row> {
  runtime: Runtime;
  /** A noun hands it to its own store, which knows its tables. What was written so far is not seen by it before `settle`. */
  tx: Tx<any>;
  record: R;
  /** What the guards judged by; empty when the action has none. */
  facts: any;
  /** What `brings` of the noun asked for. */
  brought: any;
  /** What `prepares` of the noun found out before the transaction began; undefined when it has none. */
  prepared: any;
  /** The kinds of document that the record had before. */
  attachedKinds: ReadonlySet<string>;
  parameters: ParameterValues;
  input: Readonly<Record<string, any>>;
  reason: string | null;
  documents: readonly DocumentInput[];
  viewer: Viewer;
  context: RequestContext;
  now: Date;
  today: string;
  /** Hands a secret to the caller once: it is in this answer and stored nowhere. */
  disclose(secret: string): void;
  /** Hands over a statement that goes with all others at the end; of several for the same row the last one counts. */
  write(row: string, statement: OperationNodeSource): void;
  /** Sends what was handed over so far, for a question whose answer depends on it. */
  settle(): Promise<void>;
  /** Takes an action on another record in the same transaction, as the system; a refusal rolls everything back. */
  also(noun: Noun, id: string, action: string, input?: Record<string, unknown>): Promise<Row>;
  /** Like `also`, for every record of that noun that has these columns and one of these states, in the order of their ids. */
  alsoEach(
    noun: Noun,
    columns: Readonly<Record<string, string>>,
    states: readonly string[],
    action: string,
    input?: Record<string, unknown>,
  ): Promise<void>;
  /** Like `also`, for a new record of that noun. */
  create(noun: Noun, action: string, input: Record<string, unknown>, organizationId: string): Promise<Row>;
}

/**
 * What an effect may answer: columns to write, the state where the action leaves a choice, and details for the audit
 * log, or a refusal that ends the action with nothing written.
 */
export type Effect<R extends Row = Row> = (
  given: Given<R>,
) => Promise<
  { columns: Partial<R>; state?: string; details?: Record<string, unknown> } | { refusal: Refusal }
>;

/** What was found out before the transaction, or why the action cannot go on. */
export type Prepared = { prepared: unknown } | { refusal: Refusal };

/** A consequence, in the same transaction; `record` is as the action leaves it. */
export type Consequence<R extends Row = Row> = (given: Given<R>) => Promise<void> | void;

/** One register: its lifecycle, its table, and the little that only it does. */
export interface Noun<R extends Row = any, F = any> {
  lifecycle: Lifecycle;
  /** Schema-qualified table in camelCase, for example `ecosystem.brandAuthorization`. */
  table: string;
  numberPrefix: string;
  /** What the secret is that some of its actions hand out once; absent for most nouns. */
  discloses?: string;
  /** Columns besides the number that a search looks into. */
  searchColumns?: readonly string[];
  title(record: R): string;
  /**
   * What a viewer reads of the register besides what its party reads and its own, as SQL over the row, which is called
   * `record`; null for viewers that read no more. They read it, and act on none of it.
   */
  alsoReads?(viewer: Viewer): RawBuilder<boolean> | null;
  /**
   * Loads, for many records at once and in a fixed number of statements, what the guards judge by. `null` stands for
   * a record that is being created. `parameters` are the request's own, where a read has them already.
   */
  facts?(
    db: Db<any> | Tx<any>,
    records: readonly (R | null)[],
    viewer: Viewer,
    input: Readonly<Record<string, any>> | null,
    parameters?: () => Promise<ParameterValues>,
  ): Promise<F[]>;
  /**
   * What the effects of actions need besides the record: SQL over the locked row, which is called `opened`, for the
   * statement that locks it. Carried out only for those who may act and while the state allows it.
   */
  brings?: Readonly<
    Record<string, (given: { input: Readonly<Record<string, any>>; viewer: Viewer }) => RawBuilder<unknown>>
  >;
  /**
   * What takes long is done before the transaction, once, with the checked input and only for those who may act:
   * meanwhile no row is locked and no connection held. It may read what does not change. A refusal ends the action.
   */
  prepares?: Readonly<
    Record<
      string,
      (given: { runtime: Runtime; input: Readonly<Record<string, any>>; viewer: Viewer }) => Promise<Prepared>
    >
  >;
  /** Actions whose fields are not simply columns. Without an effect the field values are written as they are. */
  effects?: Readonly<Record<string, Effect<R>>>;
  after?: Readonly<Record<string, Consequence<R>>>;
}

/** Ties the type parameters of a noun together; returns it unchanged. */
export function noun<R extends Row, F = Record<string, unknown>>(declared: Noun<R, F>): Noun<R, F> {
  return declared;
}
