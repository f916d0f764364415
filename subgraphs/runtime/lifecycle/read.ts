import { sql } from 'kysely';
import type { Db, Tx } from '../database/open.ts';
import type { Viewer } from '../viewer.ts';
import type { Row } from './declaration.ts';
import type { Noun } from './noun.ts';

export interface ListFilter {
  states?: readonly string[] | null;
  organizationId?: string | null;
  text?: string | null;
}

export interface ListPage {
  rows: Row[];
  hasNextPage: boolean;
}

/** What of the register this viewer may see, as SQL: the same rule as `maySee`, so that lists and items agree. */
function visible(noun: Noun, viewer: Viewer) {
  const { readers, publicStates } = noun.lifecycle;
  if (viewer.via === 'SYSTEM' || (viewer.party !== null && readers.includes(viewer.party))) return sql`true`;
  const own = viewer.organizationId ? sql`organization_id = ${viewer.organizationId}` : sql`false`;
  return publicStates ? sql`(${own} or state in (${sql.join([...publicStates])}))` : own;
}

/** Records by identifier, in the order asked; null where there is none or the viewer may not see it. */
export async function readMany(
  db: Db | Tx,
  noun: Noun,
  viewer: Viewer,
  ids: readonly string[],
): Promise<(Row | null)[]> {
  const found = await sql<Row>`select * from ${sql.table(noun.table)}
    where id in (${sql.join([...ids])}) and ${visible(noun, viewer)}`.execute(db);
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

const likeLiteral = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/** One page, newest first, by key and never by offset, so that page 50,000 costs what page 1 does. */
export async function readPage(
  db: Db | Tx,
  noun: Noun,
  viewer: Viewer,
  filter: ListFilter,
  first: number,
  after: string | null,
): Promise<ListPage> {
  const conditions = [visible(noun, viewer)];
  if (filter.states?.length) conditions.push(sql`state in (${sql.join([...filter.states])})`);
  if (filter.organizationId) conditions.push(sql`organization_id = ${filter.organizationId}`);
  if (filter.text?.trim()) {
    const pattern = `%${likeLiteral(filter.text.trim())}%`;
    const columns = ['number', ...(noun.searchColumns ?? [])];
    conditions.push(
      sql`(${sql.join(
        columns.map((column) => sql`${sql.ref(column)} ilike ${pattern}`),
        sql` or `,
      )})`,
    );
  }
  if (after) conditions.push(sql`id < ${after}`);
  const found = await sql<Row>`select * from ${sql.table(noun.table)}
    where ${sql.join(conditions, sql` and `)} order by id desc limit ${first + 1}`.execute(db);
  return { rows: found.rows.slice(0, first), hasNextPage: found.rows.length > first };
}
