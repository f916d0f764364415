import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db, Tx } from '../database/open.ts';
import { inOrderOf } from '../positions.ts';
import type { Viewer } from '../viewer.ts';
import { openStates, type Row, stateNames } from './declaration.ts';
import type { Noun } from './noun.ts';
import { type SearchedText, searchedText } from './search-text.ts';

/** The order of a list: by the instant at which each record was made. */
export const LIST_ORDERS = { NEWEST: '后登记的在前', OLDEST: '先登记的在前' } as const;
export type ListOrder = keyof typeof LIST_ORDERS;

export interface ListFilter {
  states?: readonly string[] | null;
  organizationId?: string | null;
  text?: string | null;
  /** Columns that have this value; with `several`, that hold it among others. */
  having?: readonly { column: string; value: string; several: boolean }[];
  /** NEWEST unless told. */
  order?: ListOrder | null;
}

// Identifiers hold the instant at which they were made, and indexes are read from either end.
const byOrder = (order: ListOrder) => (order === 'OLDEST' ? sql`asc` : sql`desc`);

export interface ListPage {
  rows: Row[];
  hasNextPage: boolean;
}

/** Columns to read besides those that every row has; null reads the whole row. */
export type Wanted = readonly string[] | null;

/** What every row brings along, whatever was asked for. */
export const ENGINE_COLUMNS = [
  'id',
  'number',
  'organizationId',
  'state',
  'version',
  'createdAt',
  'updatedAt',
] as const;

function columnList(wanted: Wanted) {
  if (wanted === null) return sql`record.*`;
  const names = [...new Set([...ENGINE_COLUMNS, ...wanted])];
  return sql.join(names.map((name) => sql.ref(`record.${name}`)));
}

/** True when the viewer's party reads the whole register. */
function readsAll(noun: Noun, viewer: Viewer): boolean {
  return viewer.via === 'SYSTEM' || (viewer.party !== null && noun.lifecycle.readers.includes(viewer.party));
}

/** What of the register this viewer may see, as SQL. */
function visible(noun: Noun, viewer: Viewer) {
  const more = noun.alsoReads?.(viewer);
  return more ? sql`(${seen(noun, viewer)} or ${more})` : seen(noun, viewer);
}

/** The rule of `maySee` as SQL, so that lists and items agree. */
function seen(noun: Noun, viewer: Viewer) {
  if (readsAll(noun, viewer)) return sql`true`;
  const open = openStates(noun.lifecycle, viewer.party);
  const own = viewer.organizationId
    ? sql`record.organization_id = ${viewer.organizationId}::uuid`
    : sql`false`;
  return open.length > 0 ? sql`(${own} or ${anyOf('record.state', open, 'text')})` : own;
}

/** Records by identifier, in the order asked; null where there is none or the viewer may not see it. */
export async function readMany(
  db: Db | Tx,
  noun: Noun,
  viewer: Viewer,
  ids: readonly string[],
  wanted: Wanted = null,
): Promise<(Row | null)[]> {
  const found = await sql<Row>`select ${columnList(wanted)} from ${sql.table(noun.table)} as record
    where ${anyOf('record.id', ids)} and ${visible(noun, viewer)}`.execute(db);
  return inOrderOf(ids, found.rows);
}

/** A part of the register that an index holds in the order of a list; null stands for all. */
interface Range {
  organizations: readonly string[] | null;
  states: readonly string[] | null;
}

const isEmpty = ({ organizations, states }: Range) => organizations?.length === 0 || states?.length === 0;

/**
 * The rule of `maySee` as parts that do not overlap: an `or` over owner and state would make the database
 * read and sort everything, while each part alone is read in order and only as far as the page needs.
 */
function visibleRanges(
  noun: Noun,
  viewer: Viewer,
  states: readonly string[] | null,
  organizations: readonly string[] | null,
): Range[] {
  if (readsAll(noun, viewer)) return [{ organizations, states }].filter((range) => !isEmpty(range));
  const own = viewer.organizationId;
  const mine = own && (organizations === null || organizations.includes(own)) ? [own] : [];
  const open = openStates(noun.lifecycle, viewer.party);
  if (open.length === 0) return [{ organizations: mine, states }].filter((range) => !isEmpty(range));
  const wanted = states ?? stateNames(noun.lifecycle);
  return [
    { organizations, states: wanted.filter((state) => open.includes(state)) },
    { organizations: mine, states: wanted.filter((state) => !open.includes(state)) },
  ].filter((range) => !isEmpty(range));
}

const likeLiteral = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/** The columns that a search looks into, as the index of `searchIndex` has them. */
const searchedColumns = (noun: Noun) =>
  ['number', ...(noun.searchColumns ?? [])].map((column) => sql.ref(`record.${column}`));

/** True of a row of which a searched column holds the text. */
function holds(noun: Noun, { text, pattern }: SearchedText): RawBuilder<unknown> {
  const like = `%${likeLiteral(text)}%`;
  const each = searchedColumns(noun).map((column) =>
    pattern === null
      ? sql`lower(${column}) like ${like}`
      : sql`(lower(${column}) like ${like} and lower(${column}) ~ ${pattern})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}

const whereAll = (conditions: readonly RawBuilder<unknown>[]) =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

/** The first rows of a range, up to `limit` from each of its states and organisations. */
function rangeRows(
  noun: Noun,
  range: Range,
  wanted: Wanted,
  more: readonly RawBuilder<unknown>[],
  limit: number,
  order: ListOrder,
) {
  const sources: RawBuilder<unknown>[] = [];
  const conditions = [...more];
  if (range.organizations) {
    sources.push(sql`unnest(${[...range.organizations]}::uuid[]) as owner (id)`);
    conditions.push(sql`record.organization_id = owner.id`);
  }
  if (range.states) {
    sources.push(sql`unnest(${[...range.states]}::text[]) as wanted (state)`);
    conditions.push(sql`record.state = wanted.state`);
  }
  const rows = sql`select ${columnList(wanted)} from ${sql.table(noun.table)} as record ${whereAll(conditions)}
    order by record.id ${byOrder(order)} limit ${sql.lit(limit)}`;
  if (sources.length === 0) return rows;
  return sql`select page.* from ${sql.join(sources, sql` cross join `)} cross join lateral (${rows}) as page`;
}

/** Rows that have the values of the filter's columns. */
const having = (filter: Pick<ListFilter, 'having'>) =>
  (filter.having ?? []).map(({ column, value, several }) =>
    several
      ? sql`${sql.ref(`record.${column}`)} @> ${[value]}::text[]`
      : sql`${sql.ref(`record.${column}`)} = ${value}`,
  );

/** Rows behind a record in the order of the list. */
const behind = (after: string | null, order: ListOrder) =>
  after ? [sql`record.id ${order === 'OLDEST' ? sql`>` : sql`<`} ${after}::uuid`] : [];

/** The parts of a list, which do not overlap, each read in the order of an index. */
function partsOf(
  noun: Noun,
  viewer: Viewer,
  states: readonly string[] | null,
  organizations: readonly string[] | null,
  wanted: Wanted,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
  order: ListOrder,
): RawBuilder<unknown>[] {
  const parts = visibleRanges(noun, viewer, states, organizations).map((range) =>
    rangeRows(noun, range, wanted, conditions, limit, order),
  );
  const more = readsAll(noun, viewer) ? null : noun.alsoReads?.(viewer);
  if (!more) return parts;
  const beyond = [...conditions, more, sql`not ${seen(noun, viewer)}`];
  return [...parts, rangeRows(noun, { organizations, states }, wanted, beyond, limit, order)];
}

/** The first rows of all ranges together. */
function firstOf(parts: readonly RawBuilder<unknown>[], limit: RawBuilder<unknown>, order: ListOrder) {
  const together = sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  );
  return sql<Row>`select * from (${together}) as found order by id ${byOrder(order)} ${limit}`;
}

/** So many of the first rows a search looks through before it asks the index: enough for a word that is in each twentieth. */
const LOOKED_THROUGH = 500;

interface Search {
  range: Range;
  sought: SearchedText;
  conditions: readonly RawBuilder<unknown>[];
  beyond: readonly RawBuilder<unknown>[];
  limit: number;
  order: ListOrder;
  wanted: Wanted;
}

/**
 * The first rows that hold a text. A common text is found by looking through the first rows of each part of the list,
 * for which the index would name half the register; only when that is not enough, the index leads to all that there are.
 * The planner has no say in this: it guesses the number of hits, and a wrong guess reads everything.
 */
async function search(
  db: Db | Tx,
  noun: Noun,
  viewer: Viewer,
  { range, sought, conditions, beyond, limit, order, wanted }: Search,
): Promise<Row[]> {
  const table = sql.table(noun.table);
  const direction = byOrder(order);
  const matching = [...conditions, holds(noun, sought)];
  const look = (part: Range, found: readonly RawBuilder<unknown>[]) => {
    const states = part.states ?? [null];
    const most = sql.lit(Math.ceil(LOOKED_THROUGH / states.length));
    const owners = part.organizations ?? [null];
    return owners.flatMap((owner) =>
      states.map((state) => {
        const within = [
          ...(owner === null ? [] : [sql`record.organization_id = ${owner}::uuid`]),
          // The state leads the order and is not said to be equal: only its index gives that order, however rare it is.
          ...(state === null ? [] : [sql`record.state between ${sql.lit(state)} and ${sql.lit(state)}`]),
          ...beyond,
        ];
        const first = sql`select record.* from ${table} as record ${whereAll(within)}
          order by ${state === null ? sql`` : sql`record.state ${direction},`} record.id ${direction} limit ${most}`;
        return sql`select record.id, (${sql.join([...found], sql` and `)}) as found, row_number() over () = ${most} as last
          from (${first}) as record`;
      }),
    );
  };
  const parts = visibleRanges(noun, viewer, range.states, range.organizations).flatMap((part) =>
    look(part, matching),
  );
  const more = readsAll(noun, viewer) ? null : noun.alsoReads?.(viewer);
  if (more) parts.push(...look(range, [more, sql`not ${seen(noun, viewer)}`, ...matching]));
  if (parts.length === 0) return [];
  // Read by no other index, which would lead to far more.
  const hits = sql`select record.* from ${table} as record
    where runtime.search_keys(${sql.join(searchedColumns(noun))}) @@ ${sought.keys}::tsquery offset 0`;
  const all = [
    ...matching,
    ...beyond,
    visible(noun, viewer),
    ...(range.organizations ? [anyOf('record.organization_id', range.organizations)] : []),
    ...(range.states ? [anyOf('record.state', range.states, 'text')] : []),
  ];
  // What was looked through is complete down to where the shallowest part ends.
  const found = await sql<Row>`
    with looked as materialized (${sql.join(
      parts.map((part) => sql`(${part})`),
      sql` union all `,
    )}),
    ended as materialized (select id from looked where last order by id ${direction} limit 1),
    sure as materialized (select id from looked where found and (not exists (select from ended)
        or id ${order === 'OLDEST' ? sql`<=` : sql`>=`} (select id from ended))
      order by id ${direction} limit ${sql.lit(limit)})
    select ${columnList(wanted)} from ${table} as record
    where record.id = any (case
      when (select count(*) from sure) = ${sql.lit(limit)} or not exists (select from ended)
        then array(select id from sure)
      else array(select record.id from (${hits}) as record ${whereAll(all)}
        order by record.id ${direction} limit ${sql.lit(limit)}) end)
    order by record.id ${direction}`.execute(db);
  return found.rows;
}

/** One page, by key and never by offset, so that page 50,000 costs what page 1 does. */
export async function readPage(
  db: Db | Tx,
  noun: Noun,
  viewer: Viewer,
  filter: ListFilter,
  first: number,
  after: string | null,
  wanted: Wanted = null,
): Promise<ListPage> {
  const order = filter.order ?? 'NEWEST';
  const states = filter.states?.length ? [...new Set(filter.states)] : null;
  const organizations = filter.organizationId ? [filter.organizationId] : null;
  const text = filter.text?.trim();
  if (text) {
    const rows = await search(db, noun, viewer, {
      range: { organizations, states },
      sought: searchedText(text),
      conditions: having(filter),
      beyond: behind(after, order),
      limit: first + 1,
      order,
      wanted,
    });
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
  }
  const parts = partsOf(
    noun,
    viewer,
    states,
    organizations,
    wanted,
    [...having(filter), ...behind(after, order)],
    first + 1,
    order,
  );
  if (parts.length === 0) return { rows: [], hasNextPage: false };
  const found = await firstOf(parts, sql`limit ${sql.lit(first + 1)}`, order).execute(db);
  return { rows: found.rows.slice(0, first), hasNextPage: found.rows.length > first };
}

/** The first page, or that after a record, for each of many organisations, in one statement. */
export async function readPagesOf(
  db: Db | Tx,
  noun: Noun,
  viewer: Viewer,
  organizationIds: readonly string[],
  first: number,
  after: string | null,
  wanted: Wanted = null,
): Promise<ListPage[]> {
  const conditions = behind(after, 'NEWEST');
  const organizations = [...new Set(organizationIds)];
  const parts = partsOf(noun, viewer, null, organizations, wanted, conditions, first + 1, 'NEWEST');
  const pages = new Map<string, Row[]>(organizationIds.map((id) => [id, []]));
  if (parts.length > 0) {
    const found = await firstOf(parts, sql``, 'NEWEST').execute(db);
    for (const row of found.rows) pages.get(row.organizationId)!.push(row);
  }
  return organizationIds.map((id) => {
    const rows = pages.get(id)!;
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
  });
}
