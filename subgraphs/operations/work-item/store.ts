import type { Db } from '@zgt/runtime/database/open.ts';
import type { ItemTable } from '@zgt/runtime/database/tables.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { NEVER } from '../request.ts';

export interface WorkItemPosition {
  dueAt: string;
  recordId: string;
}

/** What waits for the viewer's organisation, the most urgent first; what has no due day comes last. */
export async function readWorkItems(
  db: Db,
  viewer: Viewer,
  now: Date,
  filter: { first: number; after: WorkItemPosition | null; overdueOnly: boolean },
): Promise<ItemTable[]> {
  if (viewer.organizationId === null) return [];
  const due = sql`coalesce(due_at, 'infinity')`;
  const conditions = [
    sql`(awaits = ${viewer.party} or awaits_organization_id = ${viewer.organizationId})`,
    ...(filter.overdueOnly ? [sql`due_at <= ${now}`] : []),
  ];
  if (filter.after) {
    const { dueAt, recordId } = filter.after;
    const from = dueAt === NEVER ? sql`timestamptz 'infinity'` : sql`${dueAt}::timestamptz`;
    conditions.push(sql`(${due}, record_id) > (${from}, ${recordId}::uuid)`);
  }
  const found = await sql<ItemTable>`select * from runtime.item where ${sql.join(conditions, sql` and `)}
    order by ${due}, record_id limit ${filter.first + 1}`.execute(db);
  return found.rows;
}
