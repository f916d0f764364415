import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { DataElement } from '@zgt/schema/dictionary/data-element-type.ts';
import { type RawBuilder, sql } from 'kysely';
import type { CheckBasis } from '../choices.ts';
import type { VersionItem, Yardstick } from '../conformance/yardstick.ts';
import type { AppsTables, StandardVersionRow } from '../tables.ts';
import type { StandardVersionFacts } from './lifecycle.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

/** Of each standard what its versions are judged by, in one statement. */
export async function readStandards(
  db: Read,
  standardIds: readonly string[],
): Promise<Map<string, StandardVersionFacts>> {
  const { rows } = await sql<{
    standard: StandardVersionFacts['standard'] & { id: string };
    latest: string | null;
    announced: string | null;
  }>`select jsonb_build_object('id', standard.id, 'code', code, 'kind', kind, 'name', name, 'state', state) as standard,
      (select version_text from apps.standard_version where standard_id = standard.id
        and state in ('ANNOUNCED', 'PUBLISHED', 'TRANSITION', 'SUPERSEDED', 'ABOLISHED')
        order by string_to_array(version_text, '.')::integer[] desc limit 1) as latest,
      (select version_text from apps.standard_version where standard_id = standard.id and state = 'ANNOUNCED') as announced
    from apps.standard as standard where standard.id = any (${[...new Set(standardIds)]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.standard.id, row]));
}

/** The body and items of the version of a standard that is in force; null before the first. */
export async function contentInForce(
  db: Read,
  standardId: string,
): Promise<Pick<StandardVersionRow, 'id' | 'body' | 'items' | 'entryCount'> | null> {
  const found = await db
    .selectFrom('apps.standardVersion')
    .select(['id', 'body', 'items', 'entryCount'])
    .where('standardId', '=', standardId)
    .where('state', '=', 'PUBLISHED')
    .executeTakeFirst();
  return found ?? null;
}

const COLUMNS = sql.raw(
  'code, object, name, title, definition, format, restriction, code_list, sensitivity, since, articles',
);

/** Gives a version the dictionary entries of another. */
export function copyEntries(from: string, to: string): RawBuilder<unknown> {
  return sql`insert into apps.data_dictionary_entry (version_id, ${COLUMNS})
    select ${to}::uuid, ${COLUMNS} from apps.data_dictionary_entry where version_id = ${from}`;
}

/** Takes the dictionary entries of a draft away. */
export function deleteEntries(versionId: string): RawBuilder<unknown> {
  return sql`delete from apps.data_dictionary_entry where version_id = ${versionId}`;
}

/** Gives a draft these dictionary entries, all in one statement. */
export function insertEntries(versionId: string, entries: readonly DataElement[]): RawBuilder<unknown> {
  const rows = entries.map(({ constraint, ...entry }) => ({ ...entry, restriction: constraint }));
  return sql`insert into apps.data_dictionary_entry (version_id, ${COLUMNS})
    select ${versionId}::uuid, code, object, name, title, definition, format, restriction, "codeList", sensitivity, since, articles
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (code text, object text, name text, title text,
      definition text, format text, restriction text, "codeList" text, sensitivity text, since text, articles integer[])`;
}

const ENTRY =
  sql.raw(`code, object, name, title, definition, format, restriction as "constraint", code_list, sensitivity,
  since, articles`);

/** A page of the entries of a version in the order of their codes, those that contain a text if one is given. */
export async function readEntries(
  db: Read,
  versionId: string,
  { first, after, text }: { first: number; after: string | null; text: string | null },
): Promise<{ rows: DataElement[]; hasNextPage: boolean }> {
  const like = `%${(text ?? '').replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
  const { rows } = await sql<DataElement>`select ${ENTRY} from apps.data_dictionary_entry
    where version_id = ${versionId} and code > ${after ?? ''}
      ${text ? sql`and (code ilike ${like} or title ilike ${like} or definition ilike ${like} or object || '.' || name ilike ${like})` : sql``}
    order by code limit ${sql.lit(first + 1)}`.execute(db);
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** Every entry of each of some versions. */
export async function readAllEntries(
  db: Read,
  versionIds: readonly string[],
): Promise<Map<string, DataElement[]>> {
  const { rows } = await sql<DataElement & { versionId: string }>`select version_id, ${ENTRY}
    from apps.data_dictionary_entry where ${anyOf('versionId', versionIds)} order by code`.execute(db);
  const entries = new Map<string, DataElement[]>(versionIds.map((id) => [id, []]));
  for (const { versionId, ...entry } of rows) entries.get(versionId)!.push(entry as DataElement);
  return entries;
}

/** One version that a check goes by. */
export interface UsedVersion {
  id: string;
  kind: string;
  name: string;
  items: readonly VersionItem[];
}

interface Usable extends Omit<UsedVersion, 'items'> {
  standardId: string;
  state: string;
  items: { list: VersionItem[] };
}

/** The versions that a check goes by now, and what they measure by. */
export async function readYardstick(
  db: Read,
  basis: CheckBasis,
  today: string,
): Promise<{ versions: UsedVersion[]; yardstick: Yardstick }> {
  const { rows } =
    await sql<Usable>`select id, standard_id, kind, state, items, standard_name || ' ' || version_text as name
    from apps.standard_version
    where state = 'PUBLISHED' or (state = 'TRANSITION' and transition_until >= ${today}::date)
    order by standard_code, id desc`.execute(db);
  const versions = [...Map.groupBy(rows, ({ standardId }) => standardId).values()].flatMap((ofOne) => {
    const older = basis === 'PREVIOUS' && ofOne.find(({ state }) => state === 'TRANSITION');
    return older || ofOne.find(({ state }) => state === 'PUBLISHED') || [];
  });
  const dictionaries = versions.filter(({ kind }) => kind === 'DATA_DICTIONARY').map(({ id }) => id);
  const entries = await readAllEntries(db, dictionaries);
  return {
    versions: versions.map(({ id, kind, name, items }) => ({ id, kind, name, items: items.list })),
    yardstick: {
      key: versions.map(({ id }) => id).join(' '),
      elements: [...entries.values()].flat(),
      items: versions.flatMap(({ items }) => items.list),
    },
  };
}

/** Tells every organisation with an app in the catalogue of a new version, each once (duty 19.2). */
export function tellProviders(told: {
  id: string;
  recordId: string;
  title: string;
  body: string;
  at: Date;
}): RawBuilder<unknown> {
  return sql`insert into runtime.notification (id, organization_id, noun, record_id, action, title, body, articles, created_at)
    select overlay(gen_random_uuid()::text placing left(${told.id}::text, 15) from 1)::uuid, organization_id,
      'StandardVersion', ${told.recordId}::uuid, 'publish', ${told.title}, ${told.body}, '{19}'::integer[], ${told.at}::timestamptz
    from (select distinct organization_id from apps.app where state in ('LISTED', 'DELISTING')) as provider`;
}

/** The listed versions of apps that were checked by a version of a standard and are not flagged yet. */
export async function listedByCheckOf(db: Read, standardVersionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select version.id from apps.app_version as version
    join apps.standard_check as checked on checked.id = version.check_id
    where version.state = 'LISTED' and version.non_conforming_at is null and checked.standard_version_ids @> array[${standardVersionId}]::uuid[]
    order by version.id`.execute(db);
  return rows.map(({ id }) => id);
}
