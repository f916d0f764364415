import type { Db } from '@zgt/runtime/database/open.ts';
import type { IncidentLevel } from '@zgt/schema/measure/incident-levels.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';

/** What one party has not done in time. */
export interface Lateness {
  party: PartyKind;
  count: number;
  oldestDueAt: Date;
}

/** What one organisation has not done in time. */
export interface LateOrganization extends Lateness {
  organizationId: string;
  name: string;
}

/** Duties that are over their time and still open; what the system does by itself is not among them. */
const late = (at: Date) => sql`runtime.deadline as late
    join runtime.organization as body on body.id = late.organization_id
    where late.ended_at is null and late.due_at <= ${at} and not late.reminder and late.action is null`;

/** What is late, by the party that owes it. */
export async function countLate(db: Db, at: Date): Promise<Lateness[]> {
  const found = await sql<Lateness>`
    select case late.owed_by when 'OWNER' then body.party else late.owed_by end as party,
      count(*)::int as count, min(late.due_at) as oldest_due_at
    from ${late(at)}
    group by 1 order by 2 desc, 1`.execute(db);
  return found.rows;
}

/** The organisations that are late with most of what is theirs, so many at most. */
export async function lateOrganizations(db: Db, at: Date, most: number): Promise<LateOrganization[]> {
  const found = await sql<LateOrganization>`
    select body.id as organization_id, body.name, body.party, count(*)::int as count, min(late.due_at) as oldest_due_at
    from ${late(at)} and late.owed_by = 'OWNER'
    group by body.id, body.name, body.party order by 4 desc, 5, 1 limit ${most}`.execute(db);
  return found.rows;
}

export interface IncidentCount {
  month: string;
  level: IncidentLevel;
  count: number;
}

/** Incidents by the month of Nanning in which they were found and the gravest level that they reached; false alarms are none. */
export async function countIncidents(db: Db, from: Date): Promise<IncidentCount[]> {
  const found = await sql<IncidentCount>`
    select to_char(detected_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, peak_level as level,
      count(*)::int as count
    from operations.incident where detected_at >= ${from} and state <> 'DISMISSED'
    group by 1, 2 order by 1, 2`.execute(db);
  return found.rows;
}
