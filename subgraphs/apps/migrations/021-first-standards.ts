import { DATA_ELEMENTS, DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';
import { STANDARDS } from '@zgt/schema/standards/standards.ts';
import { type Kysely, sql } from 'kysely';
import { withRules } from '../conformance/yardstick.ts';
import { NOBODY } from '../standard/provided.ts';
import { insertEntries } from '../standard-version/store.ts';

const SUMMARY = '首个版本，随系统提供。';

/** Identifiers that are the same everywhere; they tell the day from which these versions are in force. */
const idOf = (kind: number, place: number) =>
  `01a203fc-5c00-7000-8000-${kind.toString(16).padStart(4, '0')}${place.toString(16).padStart(8, '0')}`;

const dictionary = {
  code: 'data-dictionary',
  kind: 'DATA_DICTIONARY',
  title: '数据字典',
  version: DICTIONARY.version,
  effectiveFrom: DICTIONARY.effectiveFrom,
  sections: [
    {
      heading: '范围',
      paragraphs: [
        '字典写明体系内各数据项的名称、含义、格式、取值和敏感级别；接口、库表和页面用到同一含义的，以字典为准。',
        '代码表随系统的版本公布，与接口的枚举值一致。',
      ],
    },
  ],
  items: [],
};

/** The standards and the dictionary that come with the program become their first versions (article 19). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [place, standard] of [...STANDARDS, dictionary].entries()) {
    const standardId = idOf(1, place + 1);
    const versionId = idOf(2, place + 1);
    const since = new Date(`${standard.effectiveFrom}T00:00:00+08:00`);
    const year = standard.effectiveFrom.slice(0, 4);
    const entries = standard.kind === 'DATA_DICTIONARY' ? DATA_ELEMENTS : [];
    const body = standard.sections
      .map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join('\n'))
      .join('\n');
    const items = JSON.stringify({ list: standard.items.map(withRules) });
    await sql`insert into apps.standard (id, number, organization_id, state, version, created_at, updated_at, code, kind, name)
      values (${standardId}, ${`BZ-${year}-`} || lpad(nextval('apps.standard_number')::text, 6, '0'), ${NOBODY}, 'IN_USE', 1,
        ${since}, ${since}, ${standard.code}, ${standard.kind}, ${standard.title})`.execute(db);
    await sql`insert into apps.standard_version (id, number, organization_id, state, version, created_at, updated_at,
        standard_id, standard_code, standard_name, kind, version_text, summary, body, items, entry_count)
      values (${versionId}, ${`BZB-${year}-`} || lpad(nextval('apps.standard_version_number')::text, 6, '0'), ${NOBODY}, 'DRAFT',
        1, ${since}, ${since}, ${standardId}, ${standard.code}, ${standard.title}, ${standard.kind}, ${standard.version},
        ${SUMMARY}, ${body}, ${items}::jsonb, ${entries.length})`.execute(db);
    if (entries.length > 0) await insertEntries(versionId, entries).execute(db);
    await sql`update apps.standard_version set state = 'PUBLISHED', published_at = ${since},
      effective_from = ${standard.effectiveFrom}::date where id = ${versionId}`.execute(db);
  }
  // What was checked before went by these versions.
  await sql`update apps.standard_check set
    standard_version_ids = (select array_agg(id order by standard_code) from apps.standard_version),
    standard_versions = (select array_agg(standard_name || ' ' || version_text order by standard_code)
      from apps.standard_version)`.execute(db);
}
