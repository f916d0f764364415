import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.privacy_notice',
    ['PUBLISHED', 'SUPERSEDED'],
    `app_id uuid not null,
  app_name text not null,
  version_text text not null,
  purposes text[] not null,
  fields_per_purpose text[] not null,
  body text not null`,
  ),
  listIndexes('operations.privacy_notice', ['app_name']),
  registerTable(
    'operations.consent_record',
    ['GIVEN', 'WITHDRAWN'],
    `notice_id uuid not null,
  notice_version text not null,
  app_id uuid not null,
  app_name text not null,
  user_reference text not null,
  purposes text[] not null,
  method text not null check (method in ('EXPLICIT', 'PRESELECTED', 'LAW')),
  law_reference text,
  given_at timestamptz not null,
  processed_at timestamptz,
  withdrawn_at timestamptz,
  constraint consent_record_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
  constraint consent_record_explicit check (method <> 'PRESELECTED')`,
  ),
  listIndexes('operations.consent_record', ['user_reference', 'app_name']),
];

/** Privacy notices and consents (article 71). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index privacy_notice_current on operations.privacy_notice (app_id) where state = 'PUBLISHED';
create index consent_record_method on operations.consent_record (method, id);
`)
    .execute(db);
}
