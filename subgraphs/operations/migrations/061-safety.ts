import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.hidden_danger',
    ['FOUND', 'ASSIGNED', 'FIXED', 'VERIFIED', 'CLOSED'],
    `domain text not null check (domain in ('INFRASTRUCTURE', 'SOFTWARE', 'CRYPTOGRAPHY', 'DATA', 'OPEN_ECOSYSTEM')),
  severity text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  bearer text not null check (bearer in ('PROJECT_COMPANY', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER')),
  description text not null,
  found_on date not null,
  demands text,
  due_on date,
  remedy text`,
  ),
  listIndexes('operations.hidden_danger', ['description']),
  registerTable(
    'operations.safety_check',
    ['DUE', 'DONE'],
    `kind text not null check (kind in ('SAFETY_CHECK', 'TECHNICAL_REVIEW')),
  period_key text not null,
  period_start date not null,
  period_end date not null,
  checked_items text[],
  abnormal_items text[],
  summary text,
  follow_up text`,
  ),
  listIndexes('operations.safety_check', ['period_key']),
  registerTable(
    'operations.risk_assessment',
    ['DUE', 'CURRENT', 'RESTING'],
    `app_id uuid not null,
  app_name text not null,
  due_on date not null,
  performed_on date,
  method text,
  findings text,
  measures text,
  urges integer not null`,
  ),
  listIndexes('operations.risk_assessment', ['app_name']),
  registerTable(
    'operations.safety_agreement',
    ['IN_FORCE', 'TERMINATED', 'EXPIRED'],
    `signed_on date not null,
  valid_until date not null,
  requirement_reference text not null,
  clauses text[] not null,
  checked_clause text,
  check_finding text,
  checked_at timestamptz,
  constraint safety_agreement_term check (valid_until > signed_on)`,
  ),
  listIndexes('operations.safety_agreement', ['requirement_reference']),
  registerTable(
    'operations.training_session',
    ['PLANNED', 'HELD', 'SUPERSEDED', 'CANCELLED'],
    `topics text[] not null,
  subject text not null,
  planned_on date not null,
  invited_units text[] not null,
  held_on date,
  attendance text[],
  outcome text`,
  ),
  listIndexes('operations.training_session', ['subject']),
];

/** Hidden dangers, checks, assessments, agreements and training (articles 64, 65, 67 and 73). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index hidden_danger_domain on operations.hidden_danger (domain, id);
create index safety_check_kind on operations.safety_check (kind, id);
create unique index safety_check_once on operations.safety_check (organization_id, kind, period_key);
create unique index risk_assessment_app on operations.risk_assessment (app_id);
`)
    .execute(db);
}
