import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const KINDS = `('CONSTRUCTION', 'OPERATION', 'OPS')`;

const registers = [
  registerTable(
    'operations.operation_metric',
    ['REPORTED', 'CORRECTED'],
    `month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  name text not null check (name in ('APP_COUNT', 'REGISTERED_USERS', 'ACTIVE_USERS', 'RETENTION', 'CONTENT_COUNT')),
  value integer not null check (value >= 0),
  source text not null check (source in ('MANUAL', 'COLLECTED')),
  corrections jsonb not null`,
  ),
  registerTable(
    'operations.assessment_scheme',
    ['DRAFT', 'IN_FORCE', 'SUPERSEDED', 'DISCARDED'],
    `kind text not null check (kind in ${KINDS}),
  name text not null,
  passing_score integer not null check (passing_score between 0 and 100),
  indicators jsonb not null,
  in_force_at timestamptz`,
  ),
  registerTable(
    'operations.assessment',
    ['SCHEDULED', 'COLLECTING', 'SUBMITTED', 'SCORED', 'CONFIRMED'],
    `kind text not null check (kind in ${KINDS}),
  year integer not null,
  due_on date not null,
  scheme_number text,
  passing_score integer check (passing_score between 0 and 100),
  indicators jsonb not null,
  total_score integer check (total_score between 0 and 100),
  outcome text check (outcome in ('PASSED', 'BELOW_TARGET')),
  comment text,
  -- nothing is assessed without a scheme, nothing is confirmed without a score
  constraint assessment_by_scheme check (state = 'SCHEDULED' or scheme_number is not null),
  constraint assessment_scored check ((state in ('SCORED', 'CONFIRMED')) = (outcome is not null))`,
  ),
  listIndexes('operations.operation_metric', ['month']),
  listIndexes('operations.assessment_scheme', ['name']),
  listIndexes('operations.assessment'),
];

/** Metrics by month (articles 24 and 42), schemes and yearly assessments (articles 15, 24 and 56). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index operation_metric_month on operations.operation_metric (organization_id, month, name);
create index operation_metric_name on operations.operation_metric (name, id);
create unique index assessment_scheme_in_force on operations.assessment_scheme (organization_id, kind) where state = 'IN_FORCE';
create index assessment_scheme_kind on operations.assessment_scheme (kind, id);
create unique index assessment_period on operations.assessment (organization_id, kind, year);
create index assessment_kind on operations.assessment (kind, id);
`)
    .execute(db);
}
