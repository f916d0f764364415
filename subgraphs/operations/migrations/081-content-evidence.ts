import { type Kysely, sql } from 'kysely';

/** Evidence of contents that were hidden or removed, and the problem case that a major risk opens (articles 28 and 45). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.evidence
  drop constraint evidence_case_id_fkey,
  add column case_kind text not null default 'PROBLEM_CASE' check (case_kind in ('PROBLEM_CASE', 'CONTENT_ITEM'));
alter table operations.evidence alter column case_kind drop default;
-- what is told twice is kept once
create unique index evidence_of_content on operations.evidence (case_id, digest) where case_kind = 'CONTENT_ITEM';
alter table operations.content_incident add column problem_case_number text;
`)
    .execute(db);
}
