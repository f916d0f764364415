import { type Kysely, sql } from 'kysely';

/** The log by article, and its checkpoints with what proves that an entry stands in one (article 69). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create function runtime.articles_of(entry text) returns integer[]
language sql immutable parallel safe strict set search_path = pg_catalog as $$
  select array(select jsonb_array_elements_text(coalesce(entry::jsonb->'articles', '[]'))::integer)
$$;
create index audit_entry_articles on runtime.audit_entry using gin (runtime.articles_of(body));

-- What was published outside the database as well: the text is what the file has, the numbers say which entries its
-- tree of digests covers, by lane from the first: after which, and up to which.
create table runtime.audit_checkpoint (
  id uuid primary key,
  at timestamptz not null,
  after_seqs bigint[] not null,
  up_to_seqs bigint[] not null,
  body text not null
);
create index audit_checkpoint_at on runtime.audit_checkpoint (at, id);
`)
    .execute(db);
}
