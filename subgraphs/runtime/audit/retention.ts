import { sql } from 'kysely';
import { now } from '../clock.ts';
import type { Db } from '../database/open.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { RequestContext } from '../viewer.ts';
import { appendAudit } from './append.ts';

const TOO_YOUNG = 'ZG069';

/**
 * Drops whole months of the audit log that ended before the instant, and writes down that it did; the chain of what
 * remains still verifies. An instant within the years of article 69 is refused, and nothing is dropped.
 * Needs the rights of the database's owner.
 */
export async function dropAuditMonths(
  db: Db,
  context: RequestContext,
  before: Date,
): Promise<{ months: string[]; refusal: null } | { months: null; refusal: Refusal }> {
  try {
    return await db.transaction().execute(async (tx) => {
      const dropped = await sql<{
        month: string;
      }>`select runtime.drop_audit_months(${before}) as month`.execute(tx);
      const months = dropped.rows.map(({ month }) => month);
      await appendAudit(tx, context, now(), {
        noun: 'AuditEntry',
        recordId: null,
        action: 'dropMonths',
        outcome: 'DONE',
        articles: [69],
        details: { before: before.toISOString(), months },
      });
      return { months, refusal: null };
    });
  } catch (error) {
    if ((error as { code?: string }).code !== TOO_YOUNG) throw error;
    return { months: null, refusal: refuse('LOG_RETENTION') };
  }
}
