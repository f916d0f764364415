import {
  DATA_OPERATION_NOUN,
  type DataActivity,
  type DataOperationResult,
} from '@zgt/schema/measure/data-operations.ts';
import type { Db, Tx } from '../database/open.ts';
import type { RequestContext } from '../viewer.ts';
import { type AuditFacts, appendEntries } from './append.ts';

/** One operation on public data. References only: whoever needs the values looks them up where they are kept. */
export interface DataOperation {
  /** Given by whoever reports it: the same operation is logged once. */
  eventId: string;
  operatedAt: Date;
  /** The account or program that did it, by its code in its own platform. */
  actor: string;
  activity: DataActivity;
  resource: string;
  /** The record, or a fingerprint of the query. */
  reference: string | null;
  purpose: string;
  /** The number of the data-use request that permits it. */
  dataUseRequest: string | null;
  result: DataOperationResult;
}

/** What could not be logged did not happen: whoever catches this gives nothing out (article 69). */
export class LogNotWritten extends Error {
  override name = 'LogNotWritten';
}

function factsOf({ activity, operatedAt, ...details }: DataOperation): AuditFacts {
  return {
    noun: DATA_OPERATION_NOUN,
    recordId: null,
    action: activity,
    outcome: 'DONE',
    articles: [69],
    details: { ...details, operatedAt: operatedAt.toISOString() },
  };
}

/**
 * Appends operations on public data to the audit log in their order, all or none (duty 69.1). They are entries like all
 * others: chained, append-only, in every checkpoint, and kept for as long as the log. Throws LogNotWritten.
 */
export async function logDataOperations(
  db: Db | Tx,
  context: RequestContext,
  at: Date,
  operations: readonly DataOperation[],
): Promise<void> {
  try {
    await appendEntries(db, context, at, operations.map(factsOf));
  } catch (cause) {
    throw new LogNotWritten('operations on public data could not be logged', { cause });
  }
}
