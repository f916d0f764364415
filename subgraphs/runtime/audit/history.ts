import { maskName } from '../crypto/masking.ts';
import type { Db } from '../database/open.ts';
import type { Viewer } from '../viewer.ts';

export interface HistoryEntry {
  at: Date;
  action: string;
  outcome: string;
  from: string | null;
  to: string | null;
  actorName: string;
  organizationName: string | null;
  reason: string | null;
  refusalCode: string | null;
  articles: number[];
}

interface Body {
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  refusal?: { code: string };
  articles: number[];
  via: string;
}

/**
 * The timeline of records, read from the audit log itself: there is no second book to disagree with it.
 * Refusals are shown to those who got them and to the management unit; people's names only within their own side.
 */
export async function readHistory(
  db: Db,
  viewer: Viewer,
  recordIds: readonly string[],
  nameOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<HistoryEntry[][]> {
  const rows = await db
    .selectFrom('runtime.auditEntry as entry')
    .leftJoin('runtime.organization as organization', 'organization.id', 'entry.organizationId')
    .select(['entry.recordId', 'entry.at', 'entry.action', 'entry.outcome', 'entry.accountId', 'entry.body'])
    .select(['entry.organizationId', 'organization.name as organizationName'])
    .where('entry.recordId', 'in', recordIds)
    .where('entry.outcome', 'in', ['DONE', 'REFUSED'])
    .orderBy('entry.at')
    .orderBy('entry.seq')
    .execute();
  const supervises = viewer.party === 'MANAGEMENT_UNIT';
  const accounts = [...new Set(rows.flatMap((row) => (row.accountId ? [row.accountId] : [])))];
  const names = accounts.length > 0 ? await nameOf(accounts) : new Map<string, string>();
  const histories = new Map<string, HistoryEntry[]>(recordIds.map((id) => [id, []]));
  for (const row of rows) {
    const own = row.accountId !== null && row.accountId === viewer.accountId;
    // A founder's first entry is older than the organisation it founds.
    const sameSide = own || (row.organizationId !== null && row.organizationId === viewer.organizationId);
    if (row.outcome === 'REFUSED' && !sameSide && !supervises) continue;
    const body = JSON.parse(row.body) as Body;
    const name = row.accountId
      ? (names.get(row.accountId) ?? '已注销账号')
      : body.via === 'SYSTEM'
        ? '系统'
        : '程序';
    histories.get(row.recordId!)!.push({
      at: row.at,
      action: row.action,
      outcome: row.outcome,
      from: body.from ?? null,
      to: body.to ?? null,
      actorName: row.accountId && !sameSide && !supervises ? maskName(name) : name,
      organizationName: row.organizationName,
      reason: body.reason ?? null,
      refusalCode: body.refusal?.code ?? null,
      articles: body.articles,
    });
  }
  return recordIds.map((id) => histories.get(id)!);
}
