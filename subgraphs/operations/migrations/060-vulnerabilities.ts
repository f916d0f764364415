import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

/** Vulnerabilities of apps and allocated resources (articles 66 and 73). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registerTable(
      'operations.vulnerability',
      ['NOTIFIED', 'RECTIFYING', 'DELISTED', 'FIX_SUBMITTED', 'VERIFIED', 'CLOSED'],
      `app_id uuid,
  item_id uuid,
  subject_name text not null,
  severity text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  description text not null,
  found_on date not null,
  fix_by date not null,
  plan text,
  notice_text text,
  fix text,
  delists boolean not null,
  constraint vulnerability_subject check (num_nonnulls(app_id, item_id) = 1)`,
    )}
${listIndexes('operations.vulnerability', ['subject_name'])}
create index vulnerability_severity on operations.vulnerability (severity, id);
`)
    .execute(db);
}
