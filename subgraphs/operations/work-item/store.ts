import type { Db } from '@zgt/runtime/database/open.ts';
import type { ItemTable } from '@zgt/runtime/database/tables.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { type RawBuilder, sql } from 'kysely';
import { NEVER } from '../request.ts';

export interface WorkItemPosition {
  dueAt: string;
  recordId: string;
}

const COLUMNS = [
  'noun',
  'recordId',
  'organizationId',
  'number',
  'title',
  'state',
  'since',
  'dueAt',
] as const satisfies (keyof ItemTable)[];

/** What a page shows of a work item. */
export type WorkItemRow = Pick<ItemTable, (typeof COLUMNS)[number]>;

/**
 * What waits for the viewer's organisation, the most urgent first; what has no due day comes last.
 * A record waits for a party or for its owner, never both: each is read in order by an index of its own.
 */
export async function readWorkItems(
  db: Db,
  viewer: Viewer,
  now: Date,
  filter: { first: number; after: WorkItemPosition | null; overdueOnly: boolean },
): Promise<WorkItemRow[]> {
  if (viewer.organizationId === null) return [];
  const due = sql`coalesce(due_at, 'infinity')`;
  const conditions = filter.overdueOnly ? [sql`${due} <= ${now}`] : [];
  if (filter.after) {
    const { dueAt, recordId } = filter.after;
    const from = dueAt === NEVER ? sql`timestamptz 'infinity'` : sql`${dueAt}::timestamptz`;
    conditions.push(sql`(${due}, record_id) > (${from}, ${recordId}::uuid)`);
  }
  const limit = sql.lit(filter.first + 1);
  const columns = sql.join(COLUMNS.map((column) => sql.ref(column)));
  const waitingFor = (
    whom: RawBuilder<unknown>,
  ) => sql`(select ${columns}, ${due} as urgency from runtime.item
    where ${sql.join([whom, ...conditions], sql` and `)} order by ${due}, record_id limit ${limit})`;
  const found = await sql<WorkItemRow>`select ${columns} from (
      ${waitingFor(sql`awaits = ${viewer.party}`)}
      union all
      ${waitingFor(sql`awaits_organization_id = ${viewer.organizationId}::uuid`)}) as waiting
    order by urgency, record_id limit ${limit}`.execute(db);
  return found.rows;
}
