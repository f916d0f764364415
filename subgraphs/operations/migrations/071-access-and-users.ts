import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.access_scorecard',
    ['ISSUED', 'OPINION_GIVEN', 'REPLIED'],
    `body_name text not null,
  period_key text not null,
  period_start date not null,
  period_end date not null,
  figures jsonb not null,
  opinion text,
  reply_by date,
  reply text`,
  ),
  registerTable(
    'operations.operation_contact',
    ['ACTIVE', 'ENDED'],
    `team text not null,
  phone text not null,
  duties text not null,
  app_id uuid`,
  ),
  registerTable(
    'operations.user_rule',
    ['DRAFT', 'UNDER_GUIDANCE', 'GUIDED', 'IN_FORCE', 'SUPERSEDED'],
    `kind text not null check (kind in ('USER_AGREEMENT', 'USER_MANAGEMENT_RULE')),
  name text not null,
  version_text text not null,
  body text not null,
  clauses jsonb not null,
  guidance text,
  in_force_at timestamptz,
  -- article 44: nothing is in force without guidance
  constraint user_rule_guided check (state not in ('IN_FORCE', 'SUPERSEDED') or guidance is not null)`,
  ),
  registerTable(
    'operations.user_violation',
    ['REPORTED', 'UPHELD', 'DISMISSED', 'PENALIZED', 'APPEALED', 'LIFTED', 'EXPIRED'],
    `user_reference text not null,
  clause text not null,
  facts text not null,
  rule_number text,
  penalty text check (penalty in ('WARN', 'LIMIT', 'FREEZE')),
  penalty_until date,
  appeal text,
  -- article 44: a penalty rests on a rule
  constraint user_violation_by_rule check (penalty is null or rule_number is not null)`,
  ),
  listIndexes('operations.access_scorecard', ['body_name', 'period_key']),
  listIndexes('operations.operation_contact', ['team']),
  listIndexes('operations.user_rule', ['name']),
  listIndexes('operations.user_violation', ['user_reference']),
];

/** How bodies have come along and whom to ask there (articles 22 and 25), what users are bound by and what happens when they break it (article 44). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index access_scorecard_period on operations.access_scorecard (period_key, organization_id);
create index operation_contact_app on operations.operation_contact (app_id, id);
create unique index user_rule_in_force on operations.user_rule (organization_id, kind) where state = 'IN_FORCE';
create index user_rule_kind on operations.user_rule (kind, id);
create index user_violation_penalty on operations.user_violation (penalty, id);
`)
    .execute(db);
}
