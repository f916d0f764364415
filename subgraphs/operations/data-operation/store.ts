import { type DataOperation, logDataOperations } from '@zgt/runtime/audit/data-operations.ts';
import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import { DATA_OPERATION_NOUN } from '@zgt/schema/measure/data-operations.ts';
import { sql } from 'kysely';
import type { OperationsTables } from '../tables.ts';

/** Logs those operations that the organisation has not reported before; returns how many. Throws LogNotWritten. */
export function logOnce(
  db: Db<OperationsTables>,
  context: RequestContext,
  at: Date,
  operations: readonly DataOperation[],
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const ids = [...new Set(operations.map(({ eventId }) => eventId))].sort();
    const added = await tx
      .insertInto('operations.dataOperationEvent')
      .values(
        ids.map((eventId) => ({
          organizationId: context.viewer.organizationId!,
          eventId,
          reportedOn: shanghaiDate(at),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('eventId')
      .execute();
    const left = new Set(added.map(({ eventId }) => eventId));
    const fresh = operations.filter(({ eventId }) => left.delete(eventId));
    if (fresh.length > 0) await logDataOperations(tx, context, at, fresh);
    return fresh.length;
  });
}

/** Forgets which operations were reported before a day. */
export async function forgetReported(db: Db<OperationsTables>, before: string): Promise<void> {
  await db.deleteFrom('operations.dataOperationEvent').where('reportedOn', '<', before).execute();
}

/** An operation on public data as it stands in the log. */
export interface DataOperationRow {
  lane: number;
  seq: string;
  /** When it was logged. */
  at: Date;
  activity: string;
  organizationName: string | null;
  body: string;
  previousHash: string | null;
  hash: string;
}

export interface DataOperationFilter {
  activity?: string | null;
  resource?: string | null;
  dataUseRequest?: string | null;
  from: Date | null;
  to: Date | null;
}

/** Where a page of the list ended. */
export interface DataOperationPosition {
  at: string;
  lane: string;
  seq: string;
}

/** A page of operations, those logged last first, with one row more than asked when there is more. */
export async function readDataOperations(
  db: Db | Tx,
  filter: DataOperationFilter,
  first: number,
  after: DataOperationPosition | null,
): Promise<DataOperationRow[]> {
  const field = (name: string) => sql<string>`runtime.data_operation(entry.body, ${sql.lit(name)})`;
  let query = db
    .selectFrom('runtime.auditEntry as entry')
    .leftJoin('runtime.organization as organization', 'organization.id', 'entry.organizationId')
    .select(['entry.lane', 'entry.seq', 'entry.at', 'entry.action as activity', 'entry.body', 'entry.hash'])
    .select('organization.name as organizationName')
    .select(
      sql<string | null>`coalesce(
        (select previous.hash from runtime.audit_entry as previous
          where previous.lane = entry.lane and previous.seq = entry.seq - 1 limit 1),
        (select anchor.hash from runtime.audit_anchor as anchor
          where anchor.lane = entry.lane and anchor.seq = entry.seq - 1))`.as('previousHash'),
    )
    // As a literal, so that the indexes of these entries alone are known to hold what is asked for.
    .where('entry.noun', '=', sql.lit(DATA_OPERATION_NOUN))
    .orderBy('entry.at', 'desc')
    .orderBy('entry.lane', 'desc')
    .orderBy('entry.seq', 'desc')
    .limit(first + 1);
  if (filter.activity) query = query.where('entry.action', '=', filter.activity);
  if (filter.resource) query = query.where(field('resource'), '=', filter.resource);
  if (filter.dataUseRequest) query = query.where(field('dataUseRequest'), '=', filter.dataUseRequest);
  if (filter.from) query = query.where('entry.at', '>=', filter.from);
  if (filter.to) query = query.where('entry.at', '<', filter.to);
  if (after)
    query = query.where(
      // The first condition says nothing new, but lets whole months be left out.
      sql<boolean>`entry.at <= ${after.at}::timestamptz and (entry.at, entry.lane, entry.seq) < (${after.at}::timestamptz, ${after.lane}::smallint, ${after.seq}::bigint)`,
    );
  return query.execute();
}
