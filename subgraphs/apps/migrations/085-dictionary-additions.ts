import { DATA_ELEMENTS, DICTIONARY } from '@zgt/schema/dictionary/dictionary.ts';
import { type Kysely, sql } from 'kysely';
import { copyEntries, insertEntries } from '../standard-version/store.ts';

const DRAFT_ID = '01a203fc-5c00-7000-8000-000300000001';

/**
 * Where a dictionary is in force that was installed before this program knew all its data elements, a draft holds it with
 * them beside it, for the project company to publish; what is published is never rewritten (article 19).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const found = await sql<{ id: string; codes: string[] }>`select id,
      array(select code from apps.data_dictionary_entry where version_id = version.id) as codes
    from apps.standard_version as version where standard_code = 'data-dictionary' and state = 'PUBLISHED'`.execute(
    db,
  );
  const [inForce] = found.rows;
  const added = inForce ? DATA_ELEMENTS.filter(({ code }) => !inForce.codes.includes(code)) : [];
  if (!inForce || added.length === 0) return;
  // A version of this number that the company has made itself stays; the elements can be imported into its next one.
  const drafted =
    await sql`insert into apps.standard_version (id, number, organization_id, state, version, created_at,
      updated_at, standard_id, standard_code, standard_name, kind, version_text, summary, body, items, entry_count)
    select ${DRAFT_ID}, 'BZB-' || to_char(now() at time zone 'Asia/Shanghai', 'YYYY') || '-'
        || lpad(nextval('apps.standard_version_number')::text, 6, '0'),
      organization_id, 'DRAFT', 1, now(), now(), standard_id, standard_code, standard_name, kind, ${DICTIONARY.version},
      '补充后来各登记册的数据元。', body, items, entry_count + ${added.length}::int
    from apps.standard_version where id = ${inForce.id}
    on conflict do nothing returning id`.execute(db);
  if (drafted.rows.length === 0) return;
  await copyEntries(inForce.id, DRAFT_ID).execute(db);
  await insertEntries(DRAFT_ID, added).execute(db);
}
