import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const KINDS = `('DATA_DICTIONARY', 'UI_INTERACTION', 'DATA_INTERFACE', 'APP_ACCESS', 'INTERFACE')`;

const registers = [
  registerTable(
    'apps.standard',
    ['IN_USE', 'ABOLISHED'],
    `code text not null unique,
  kind text not null check (kind in ${KINDS}),
  name text not null`,
  ),
  listIndexes('apps.standard', ['name', 'code']),
  registerTable(
    'apps.standard_version',
    ['DRAFT', 'ANNOUNCED', 'PUBLISHED', 'TRANSITION', 'SUPERSEDED', 'ABOLISHED', 'DISCARDED'],
    `standard_id uuid not null references apps.standard,
  standard_code text not null,
  standard_name text not null,
  kind text not null check (kind in ${KINDS}),
  version_text text not null,
  summary text not null,
  body text not null,
  items jsonb not null check (jsonb_typeof(items -> 'list') = 'array'),
  entry_count integer not null check (entry_count >= 0),
  published_at timestamptz,
  effective_from date,
  transition_until date,
  constraint standard_version_published check (state in ('DRAFT', 'DISCARDED') or effective_from is not null),
  constraint standard_version_transition check (state <> 'TRANSITION' or transition_until is not null)`,
  ),
  listIndexes('apps.standard_version', ['standard_name', 'version_text', 'summary']),
];

/** Standards, their versions and the entries of the dictionary (article 19, duty 19.1). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index standard_version_standard on apps.standard_version (standard_id, id);
-- article 19: a standard has one version in force and one that is announced, at most
create unique index standard_version_in_force on apps.standard_version (standard_id) where state = 'PUBLISHED';
create unique index standard_version_announced on apps.standard_version (standard_id) where state = 'ANNOUNCED';
create unique index standard_version_text on apps.standard_version (standard_id, version_text)
  where state <> 'DISCARDED';

create table apps.data_dictionary_entry (
  version_id uuid not null references apps.standard_version,
  code text not null,
  object text not null,
  name text not null,
  title text not null,
  definition text not null,
  format text not null,
  restriction text,
  code_list text,
  sensitivity text not null check (sensitivity in ('PUBLIC', 'INTERNAL', 'PERSONAL', 'SECRET')),
  since text not null,
  articles integer[] not null,
  primary key (version_id, code)
);

-- article 19: whatever a program does, a published version and its entries stay as they are
create function apps.keep_published_version() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and (old.version_text, old.summary, old.body, old.items, old.entry_count)
    is distinct from (new.version_text, new.summary, new.body, new.items, new.entry_count) then
    raise exception 'version % of a standard is published and does not change', old.number;
  end if;
  return new;
end $$;
create trigger keep_published_version before update on apps.standard_version
  for each row execute function apps.keep_published_version();

create function apps.keep_published_entries() returns trigger language plpgsql as $$
begin
  if (select state from apps.standard_version where id = coalesce(new.version_id, old.version_id)) <> 'DRAFT' then
    raise exception 'the entries of a published version of the dictionary do not change';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_published_entries before insert or update or delete on apps.data_dictionary_entry
  for each row execute function apps.keep_published_entries();

-- a check says which versions it was judged by, and what is left to the reviewer
alter table apps.standard_check
  add column standard_version_ids uuid[] not null default '{}',
  add column standard_versions text[] not null default '{}',
  add column hand_items jsonb not null default '{"list": []}' check (jsonb_typeof(hand_items -> 'list') = 'array');
create index standard_check_versions on apps.standard_check using gin (standard_version_ids);

alter table apps.app_version
  add column item_answers jsonb,
  add column non_conforming_at timestamptz;
create index app_version_check on apps.app_version (check_id);
`)
    .execute(db);
}
