import { sql } from 'kysely';
import type { Db, Tx } from '../database/open.ts';
import type { RequestContext } from '../viewer.ts';

export const AUDIT_LANES = 16;

/** What an entry says. References only, never personal values (articles 69 and 71). */
export interface AuditFacts {
  noun: string;
  recordId: string | null;
  action: string;
  outcome: 'DONE' | 'REFUSED' | 'READ';
  articles: readonly number[];
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  refusal?: { code: string; message: string };
  documents?: readonly { kind: string; documentId: string }[];
  details?: Record<string, unknown>;
}

/** Entries about one record share a lane, so that their order in the chain is their order in time. */
export function laneOf(key: string): number {
  let hash = 0;
  for (let index = 0; index < key.length; index++) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) >>> 0;
  return hash % AUDIT_LANES;
}

/** An entry as it will be chained: its text is what the chain covers. */
export interface AuditEntry {
  lane: number;
  text: string;
}

/** Who did what and when, as an entry of the log. */
export function auditEntry(context: RequestContext, at: Date, facts: AuditFacts): AuditEntry {
  const { viewer, requestId } = context;
  const lane = laneOf(facts.recordId ?? requestId);
  const text = JSON.stringify({
    version: 1,
    lane,
    at: at.toISOString(),
    requestId,
    via: viewer.via,
    accountId: viewer.accountId,
    credentialId: viewer.credentialId,
    organizationId: viewer.organizationId,
    party: viewer.party,
    ...facts,
  });
  return { lane, text };
}

/** Appends one entry in the caller's transaction; the database chains and dates it, nothing can change it later. */
export async function appendAudit(
  db: Db | Tx,
  context: RequestContext,
  at: Date,
  facts: AuditFacts,
): Promise<void> {
  await sql`select runtime.append_audit(${auditEntry(context, at, facts).text})`.execute(db);
}

const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/** Appends entries in one statement in the caller's transaction, all or none; those of one lane keep their order. */
export async function appendEntries(
  db: Db | Tx,
  context: RequestContext,
  at: Date,
  facts: readonly AuditFacts[],
): Promise<void> {
  const entries = facts
    .map((fact) => auditEntry(context, at, fact))
    .toSorted((one, other) => one.lane - other.lane)
    .map(({ text }) => text);
  await sql`select runtime.append_audit(entry)
    from unnest(${entries}::text[]) with ordinality as given (entry, place) order by place`.execute(db);
}

/**
 * Appends entries like `appendEntries`, in a transaction of their own. Lanes are taken in their order; where an action
 * that holds one and waits for another stands in the way all the same, it is tried again.
 */
export async function appendAudits(
  db: Db,
  context: RequestContext,
  at: Date,
  facts: readonly AuditFacts[],
): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await appendEntries(db, context, at, facts);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || attempt === ATTEMPTS) throw error;
    }
}
