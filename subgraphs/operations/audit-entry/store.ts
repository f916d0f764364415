import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

export interface AuditEntryRow {
  lane: number;
  seq: string;
  at: Date;
  noun: string;
  recordId: string | null;
  action: string;
  outcome: string;
  organizationName: string | null;
  body: string;
  hash: string;
}

export interface AuditFilter {
  noun?: string | null;
  recordId?: string | null;
  action?: string | null;
  accountId?: string | null;
  article?: number | null;
  from?: Date | null;
  to?: Date | null;
}

export interface AuditPosition {
  at: string;
  lane: string;
  seq: string;
}

/** What names of kinds of records and of actions are made of. */
const NAME = /^[\w.:-]{1,100}$/;

/** A page of the log, newest first, with one row more than asked when there is more; `null` reads every organisation's. */
export async function readAuditEntries(
  db: Db | Tx,
  organizationId: string | null,
  filter: AuditFilter,
  first: number,
  after: AuditPosition | null,
): Promise<AuditEntryRow[]> {
  if ([filter.noun, filter.action].some((name) => name && !NAME.test(name))) return [];
  let query = db
    .selectFrom('runtime.auditEntry as entry')
    .leftJoin('runtime.organization as organization', 'organization.id', 'entry.organizationId')
    .select([
      'entry.lane',
      'entry.seq',
      'entry.at',
      'entry.noun',
      'entry.recordId',
      'entry.action',
      'entry.outcome',
    ])
    .select(['entry.body', 'entry.hash', 'organization.name as organizationName'])
    .orderBy('entry.at', 'desc')
    .orderBy('entry.lane', 'desc')
    .orderBy('entry.seq', 'desc')
    .limit(first + 1);
  if (organizationId) query = query.where('entry.organizationId', '=', organizationId);
  // Names stand in the text itself: how often one occurs decides by which index the log is best read.
  if (filter.noun) query = query.where('entry.noun', '=', sql.lit(filter.noun));
  if (filter.recordId) query = query.where('entry.recordId', '=', filter.recordId);
  if (filter.action) query = query.where('entry.action', '=', sql.lit(filter.action));
  if (filter.accountId) query = query.where('entry.accountId', '=', filter.accountId);
  if (filter.article)
    query = query.where(sql<boolean>`runtime.articles_of(entry.body) @> array[${filter.article}::integer]`);
  if (filter.from) query = query.where('entry.at', '>=', filter.from);
  if (filter.to) query = query.where('entry.at', '<', filter.to);
  if (after)
    query = query.where(
      // The first condition says nothing new, but lets whole months be left out.
      sql<boolean>`entry.at <= ${after.at}::timestamptz and (entry.at, entry.lane, entry.seq) < (${after.at}::timestamptz, ${after.lane}::smallint, ${after.seq}::bigint)`,
    );
  return query.execute();
}
