import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'apps.delisting_request',
    ['REQUESTED', 'RETURNED', 'REVIEWED', 'ANNOUNCING', 'COMPLETED', 'WITHDRAWN'],
    `app_id uuid not null references apps.app,
  app_name text not null,
  service_class text not null check (service_class in ('PUBLIC', 'MARKET')),
  ground text not null,
  user_impact text not null,
  alternative text not null,
  planned_on date,
  announcement_text text,
  missing_items text[],
  announced_at timestamptz,
  completed_at timestamptz,
  -- articles 23 and 39: nothing is delisted that was not announced
  constraint delisting_request_announced check (state not in ('ANNOUNCING', 'COMPLETED')
    or (announced_at is not null and announcement_text is not null))`,
  ),
  registerTable(
    'apps.forced_delisting',
    ['OPENED', 'EVIDENCE_KEPT', 'EXECUTED', 'RECTIFYING', 'VERIFIED', 'LIFTED', 'PERMANENT', 'DISMISSED'],
    `app_id uuid not null references apps.app,
  app_name text not null,
  ground text not null,
  findings text not null,
  notice_text text,
  rectification text,
  executed_at timestamptz`,
  ),
  listIndexes('apps.delisting_request', ['app_name']),
  listIndexes('apps.forced_delisting', ['app_name']),
];

/** How apps leave the catalogue: by their providers' wish (articles 23 and 39) or against it (articles 26, 28, 41, 45, 72 and 73). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index delisting_request_open on apps.delisting_request (app_id)
  where state not in ('COMPLETED', 'WITHDRAWN');
create unique index forced_delisting_open on apps.forced_delisting (app_id)
  where state not in ('LIFTED', 'PERMANENT', 'DISMISSED');
create index delisting_request_app on apps.delisting_request (app_id);
create index forced_delisting_app on apps.forced_delisting (app_id);
`)
    .execute(db);
}
