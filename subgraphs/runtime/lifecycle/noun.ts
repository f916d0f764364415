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
  /** A noun hands it to its own store, which knows its tables. */
  tx: Tx<any>;
  record: R;
  input: Readonly<Record<string, any>>;
  reason: string | null;
  documents: readonly DocumentInput[];
  viewer: Viewer;
  context: RequestContext;
  now: Date;
  today: string;
  /** Hands a secret to the caller once: it is in this answer and stored nowhere. */
  disclose(secret: string): void;
  /** Takes an action on another record in the same transaction, as the system; a refusal rolls everything back. */
  also(noun: Noun, id: string, action: string, input?: Record<string, unknown>): Promise<Row>;
  /** Like `also`, for a new record of that noun. */
  create(noun: Noun, action: string, input: Record<string, unknown>, organizationId: string): Promise<Row>;
}

/** What an effect may answer: columns to write and details for the audit log, or a refusal that ends the action with nothing written. */
export type Effect<R extends Row = Row> = (
  given: Given<R>,
) => Promise<{ columns: Partial<R>; details?: Record<string, unknown> } | { refusal: Refusal }>;

/** A consequence, after the record is written and in the same transaction. */
export type Consequence<R extends Row = Row> = (given: Given<R>) => Promise<void>;

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
  /** Actions whose fields are not simply columns. Without an effect the field values are written as they are. */
  effects?: Readonly<Record<string, Effect<R>>>;
  after?: Readonly<Record<string, Consequence<R>>>;
}

/** Ties the type parameters of a noun together; returns it unchanged. */
export function noun<R extends Row, F = Record<string, unknown>>(declared: Noun<R, F>): Noun<R, F> {
  return declared;
}
