import { type OperationNodeSource, type RawBuilder, sql } from 'kysely';
import type { AuditEntry } from '../audit/append.ts';
import type { Tx } from '../database/open.ts';
import type { NewDocumentUse } from '../documents/attach.ts';
import type { JobStatement } from '../jobs/queue.ts';
import type { StartedDeadline } from './deadlines.ts';
import type { Row } from './declaration.ts';
import type { Answer } from './idempotency.ts';
import type { Noun } from './noun.ts';
import type { Item, Telling } from './tell.ts';

/** What one transition leaves besides its row. */
export interface Step {
  recordId: string;
  at: Date;
  /** All running deadlines end, not only the named ones. */
  final: boolean;
  ends: readonly string[];
  starts: readonly StartedDeadline[];
  item: Item;
  notification?: Telling;
  documents?: readonly NewDocumentUse[];
}

interface Pending {
  noun: Noun;
  /** As it is in the database; null for a new row. */
  before: Row | null;
  row: Row;
}

function rowStatement({ noun, before, row }: Pending): RawBuilder<unknown> {
  if (before) {
    const changed = Object.keys(row).filter((name) => row[name] !== before[name]);
    const set = changed.map((name) => sql`${sql.ref(name)} = ${row[name]}`);
    return sql`update ${sql.table(noun.table)} set ${sql.join(set)} where id = ${row.id} returning id`;
  }
  const given = Object.keys(row).filter((name) => row[name] !== null);
  return sql`insert into ${sql.table(noun.table)} (${sql.join(given.map((name) => sql.ref(name)))})
    values (${sql.join(given.map((name) => row[name]))}) returning id`;
}

/**
 * All that a transaction will write: the transition's own part and that of its consequences, sent as one statement at
 * the end. A record that changes twice is written once, as it stands at last.
 */
export class Closing {
  #rows = new Map<string, Pending>();
  #writes = new Map<string, OperationNodeSource>();
  #steps: Step[] = [];
  #jobs: JobStatement[] = [];
  #entries: AuditEntry[] = [];

  /** The record as this transaction will leave it; undefined when it has not touched it. */
  pending(id: string): Row | undefined {
    return this.#rows.get(id)?.row;
  }

  /** The records of a register that this transaction has touched. */
  pendingOf(noun: Noun): Row[] {
    return [...this.#rows.values()].filter((one) => one.noun.table === noun.table).map(({ row }) => row);
  }

  /** Writes a new row when `before` is null, else the changes of a locked one. */
  put(noun: Noun, before: Row | null, row: Row): void {
    const known = this.#rows.get(row.id);
    this.#rows.set(row.id, { noun, before: known ? known.before : before, row });
  }

  /** Adds a statement of a noun. `of` says which row it writes: of several for the same row the last one counts. */
  write(of: string, statement: OperationNodeSource): void {
    this.#writes.set(of, statement);
  }

  step(step: Step): void {
    this.#steps.push(step);
  }

  job(job: JobStatement): void {
    this.#jobs.push(job);
  }

  entry(entry: AuditEntry): void {
    this.#entries.push(entry);
  }

  /**
   * Sends what there is and begins anew. The parts of a statement do not see each other: an answer that depends on
   * earlier changes needs them sent before.
   */
  async send(tx: Tx, answer: Answer | null): Promise<void> {
    if (!answer && this.#rows.size + this.#writes.size + this.#jobs.length + this.#entries.length === 0)
      return;
    // Lanes are taken in one order by everybody, so that no two transactions wait for each other.
    const entries = this.#entries.toSorted((one, other) => one.lane - other.lane);
    const batch = {
      transitions: this.#steps,
      jobs: this.#jobs,
      entries: entries.map(({ text }) => text),
      ...(answer && { answer }),
    };
    const rows = [...this.#rows.values()].map(rowStatement);
    const parts = [
      ...rows.map((statement, index) => sql`${sql.raw(`row_${index}`)} as (${statement})`),
      ...[...this.#writes.values()].map((write, index) => sql`${sql.raw(`write_${index}`)} as (${write})`),
    ];
    const counts = rows.map((_, index) => sql.raw(`(select count(*) from row_${index})`));
    const done = await sql`${parts.length > 0 ? sql`with ${sql.join(parts)}` : sql``}
      select runtime.record_transitions(${JSON.stringify(batch)}::jsonb)
      ${rows.length > 0 ? sql`where ${sql.join(counts, sql` + `)} = ${sql.lit(rows.length)}` : sql``}`.execute(
      tx,
    );
    if (done.rows.length !== 1)
      throw new Error('a record that was locked is gone: not every row was written');
    this.#rows = new Map();
    this.#writes = new Map();
    this.#steps = [];
    this.#jobs = [];
    this.#entries = [];
  }
}
