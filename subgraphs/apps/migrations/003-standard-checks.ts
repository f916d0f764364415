import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

/** Checks of documents against the standards (articles 19 and 37). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registerTable(
      'apps.standard_check',
      ['PASSED', 'FAILED'],
      `subject_kind text not null check (subject_kind in
    ('OPENAPI', 'GRAPHQL_SDL', 'TABLE_DDL', 'TABLE_CSV', 'PAGE_MANIFEST')),
  name text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  rules_version text not null,
  must_count integer not null check (must_count >= 0),
  should_count integer not null check (should_count >= 0),
  -- the first findings in the order of the document; the counts are of all
  findings jsonb not null check (jsonb_typeof(findings -> 'list') = 'array'),
  -- article 19: a check is passed exactly when nothing that must be is missing
  constraint standard_check_verdict check ((state = 'PASSED') = (must_count = 0))`,
    )}
${listIndexes('apps.standard_check', ['name'])}
-- a version of an app asks for the check of the very content that it was built from
create index standard_check_digest on apps.standard_check (digest);
`)
    .execute(db);
}
