import type { Db } from '@zgt/runtime/database/open.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';

export interface DutyRow {
  id: string;
  noun: string;
  recordId: string;
  number: string | null;
  recordTitle: string | null;
  title: string;
  articles: number[];
  owedBy: string;
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  provisional: boolean;
  reminder: boolean;
}

export const MAX_DUTIES = 1000;

/** What falls due from one instant until before another and the viewer owes; the management unit sees what anyone owes. */
export async function readDuties(db: Db, viewer: Viewer, from: Date, until: Date): Promise<DutyRow[]> {
  const { party, organizationId } = viewer;
  if (party === null || organizationId === null) return [];
  let query = db
    .selectFrom('runtime.deadline as deadline')
    .leftJoin('runtime.item as item', 'item.recordId', 'deadline.recordId')
    .select(['deadline.id', 'deadline.noun', 'deadline.recordId', 'item.number', 'item.title as recordTitle'])
    .select([
      'deadline.title',
      'deadline.articles',
      'deadline.owedBy',
      'deadline.startedAt',
      'deadline.dueAt',
    ])
    .select(['deadline.endedAt', 'deadline.provisional', 'deadline.reminder'])
    .where('deadline.dueAt', '>', from)
    .where('deadline.dueAt', '<=', until)
    .orderBy('deadline.dueAt')
    .orderBy('deadline.id')
    .limit(MAX_DUTIES);
  if (party !== 'MANAGEMENT_UNIT')
    query = query.where(({ and, eb, or }) =>
      or([
        eb('deadline.owedBy', '=', party),
        and([eb('deadline.owedBy', '=', 'OWNER'), eb('deadline.organizationId', '=', organizationId)]),
      ]),
    );
  return query.execute();
}
