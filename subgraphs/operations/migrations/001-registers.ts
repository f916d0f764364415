import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.filing',
    ['DUE', 'SUBMITTED', 'RETURNED', 'FILED'],
    `kind text not null check (kind in ('BRAND_USAGE', 'COMMERCIAL_COOPERATION', 'OPERATION_REPORT')),
  period_key text not null,
  period_start date not null,
  period_end date not null check (period_end >= period_start),
  prefill jsonb not null,
  summary text,
  filing_number text unique,
  -- a timer that runs twice opens nothing twice
  constraint filing_period unique (kind, period_key, organization_id),
  constraint filing_filed check ((state = 'FILED') = (filing_number is not null)),
  constraint filing_said check (state not in ('SUBMITTED', 'FILED') or summary is not null)`,
  ),
  registerTable(
    'operations.announcement',
    ['DRAFT', 'PUBLISHED', 'WITHDRAWN'],
    `kind text not null check (kind in ('NOTICE', 'MAINTENANCE', 'STANDARD', 'DELISTING')),
  title text not null,
  body text not null,
  published_at timestamptz,
  constraint announcement_published check (state <> 'PUBLISHED' or published_at is not null)`,
  ),
  registerTable(
    'operations.work_calendar',
    ['ANNOUNCED'],
    `year integer not null unique,
  holidays text[] not null,
  workdays text[] not null,
  source text not null`,
  ),
];

/** Filings and announcements (articles 39, 47, 50 and 53). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create sequence operations.filed_number;
`)
    .execute(db);
}
