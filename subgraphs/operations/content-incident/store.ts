import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

export interface KnownContent {
  organizationId: string;
  title: string;
  state: string;
}

/** Contents by their ids, as the register of records knows them now. */
export async function readContents(
  db: Db<any> | Tx<any>,
  ids: readonly string[],
): Promise<Map<string, KnownContent>> {
  if (ids.length === 0) return new Map();
  const found = await sql<KnownContent & { recordId: string }>`
    select record_id, organization_id, title, state from runtime.item
    where record_id = any(${[...ids]}::uuid[]) and noun = 'ContentItem'`.execute(db);
  return new Map(found.rows.map(({ recordId, ...content }) => [recordId, content]));
}

/** What was kept of a content when it was hidden or removed. */
export interface KeptContent {
  caseId: string;
  id: string;
  number: string;
  digest: string;
  capturedAt: Date;
}

/** What was kept of contents, the earliest first. */
export async function readKept(db: Db<any>, contentIds: readonly string[]): Promise<KeptContent[]> {
  const kept = await sql<KeptContent>`
    select case_id, id, number, digest, captured_at from operations.evidence
    where case_id = any(${[...contentIds]}::uuid[]) and case_kind = 'CONTENT_ITEM' order by captured_at, id`.execute(
    db,
  );
  return kept.rows;
}
