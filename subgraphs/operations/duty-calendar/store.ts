import type { Db } from '@zgt/runtime/database/open.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { type RawBuilder, sql } from 'kysely';

export interface DutyRow {
  id: string;
  noun: string;
  recordId: string;
  number: string | null;
  recordTitle: string | null;
  title: string;
  articles: number[];
  owedBy: string;
  /** The organisation that the record belongs to. */
  organizationName: string | null;
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  provisional: boolean;
  reminder: boolean;
  owed: boolean;
}

export const MAX_DUTIES = 1000;

const COLUMNS = sql`id, noun, record_id, title, articles, owed_by, organization_id, started_at, due_at, ended_at, provisional, reminder, owed`;

/**
 * What falls due from one instant until before another and the viewer owes; the management unit sees what anyone owes.
 * What the system carries out by itself is told as long as it lies ahead.
 * What a party owes and what its organisation owes as an owner are each read in order by an index of their own.
 */
export async function readDuties(
  db: Db,
  viewer: Viewer,
  from: Date,
  until: Date,
  openOnly = false,
): Promise<DutyRow[]> {
  const { party, organizationId } = viewer;
  if (party === null || organizationId === null) return [];
  const wanted = openOnly ? sql`ended_at is null` : sql`(owed or ended_at is null)`;
  const owed = (whom: RawBuilder<unknown>) => sql`(select ${COLUMNS} from runtime.deadline
    where ${whom} and ${wanted} and due_at > ${from} and due_at <= ${until} order by due_at, id limit ${sql.lit(MAX_DUTIES)})`;
  const mine =
    party === 'MANAGEMENT_UNIT'
      ? owed(sql`true`)
      : sql`(select * from (
          ${owed(sql`owed_by = ${party}`)}
          union all
          ${owed(sql`owed_by = 'OWNER' and organization_id = ${organizationId}::uuid`)}) as either
        order by due_at, id limit ${sql.lit(MAX_DUTIES)})`;
  // Lateral, so that a thousand duties look up a thousand items and never all that there are.
  const found = await sql<DutyRow>`select deadline.*, item.number, item.title as record_title,
      organization.name as organization_name
    from ${mine} as deadline
    left join lateral (select number, title from runtime.item where record_id = deadline.record_id limit 1) as item on true
    left join lateral (select name from runtime.organization where id = deadline.organization_id limit 1) as organization on true
    order by deadline.due_at, deadline.id`.execute(db);
  return found.rows;
}
