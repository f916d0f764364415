import { sql } from 'kysely';
import { maskName } from '../crypto/masking.ts';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/open.ts';
import { instantOf } from '../id.ts';
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

const accounts = sql<{ id: string; name: string }>`identity."user"`.as('account');

const CLOCK_SLACK_MS = 31 * 86_400_000;

/** No entry about the records is older, even where a clock was set back a month: older months are not looked into. */
function earliest(recordIds: readonly string[]): Date {
  return new Date(Math.min(...recordIds.map((id) => instantOf(id).getTime())) - CLOCK_SLACK_MS);
}

/**
 * The timeline of records, read from the audit log itself: there is no second book to disagree with it.
 * Refusals are shown to those who got them and to the management unit; people's names only within their own side.
 */
export async function readHistory(
  db: Db,
  viewer: Viewer,
  recordIds: readonly string[],
): Promise<HistoryEntry[][]> {
  const rows = await db
    .selectFrom('runtime.auditEntry as entry')
    .leftJoin('runtime.organization as organization', 'organization.id', 'entry.organizationId')
    .leftJoin(accounts, (join) => join.onRef('account.id', '=', 'entry.accountId'))
    .select(['entry.recordId', 'entry.at', 'entry.action', 'entry.outcome', 'entry.accountId', 'entry.body'])
    .select(['entry.organizationId', 'organization.name as organizationName', 'account.name as accountName'])
    .where(anyOf('entry.recordId', recordIds))
    .where('entry.at', '>=', earliest(recordIds))
    .where('entry.outcome', 'in', ['DONE', 'REFUSED'])
    .orderBy('entry.at')
    .orderBy('entry.seq')
    .execute();
  const supervises = viewer.party === 'MANAGEMENT_UNIT';
  const histories = new Map<string, HistoryEntry[]>(recordIds.map((id) => [id, []]));
  for (const row of rows) {
    const own = row.accountId !== null && row.accountId === viewer.accountId;
    // A founder's first entry is older than the organisation it founds.
    const sameSide = own || (row.organizationId !== null && row.organizationId === viewer.organizationId);
    if (row.outcome === 'REFUSED' && !sameSide && !supervises) continue;
    const body = JSON.parse(row.body) as Body;
    const name = row.accountId ? (row.accountName ?? '已注销账号') : body.via === 'SYSTEM' ? '系统' : '程序';
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
