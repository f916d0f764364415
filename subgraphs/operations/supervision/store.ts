import type { Db } from '@zgt/runtime/database/open.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';

/** What one party has not done in time. */
export interface Lateness {
  party: PartyKind;
  count: number;
  oldestDueAt: Date;
}

/** Duties that are over their time and still open, by who owes them; what the system does by itself is not among them. */
export async function countLate(db: Db, at: Date): Promise<Lateness[]> {
  const found = await sql<Lateness>`
    select case late.owed_by when 'OWNER' then body.party else late.owed_by end as party,
      count(*)::int as count, min(late.due_at) as oldest_due_at
    from runtime.deadline as late join runtime.organization as body on body.id = late.organization_id
    where late.ended_at is null and late.due_at <= ${at} and not late.reminder and late.action is null
    group by 1 order by 2 desc, 1`.execute(db);
  return found.rows;
}
