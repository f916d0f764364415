import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.docking_record',
    ['PLANNED', 'IN_PROGRESS', 'BLOCKED', 'TAKEN_UP', 'DONE'],
    `body_id uuid not null,
  body_name text not null,
  matter text not null,
  next_step text not null,
  blocker text,
  guidance text`,
  ),
  registerTable(
    'operations.cooperation_item',
    ['OPEN', 'DONE', 'NOT_DONE', 'CANCELLED'],
    `body_name text not null,
  kind text not null check (kind in ('PROMOTION', 'SERVICE_SUPPLY', 'E_CREDENTIAL', 'OTHER')),
  heading text not null,
  demand text not null,
  due_on date,
  result text`,
  ),
  registerTable(
    'operations.policy_document',
    ['PUBLISHED', 'WITHDRAWN'],
    `heading text not null,
  topic text not null check (topic in ('ELECTRONIC_CREDENTIAL', 'SERVICE_ACCESS', 'PROMOTION', 'DATA', 'OTHER')),
  document_number text,
  issued_on date not null,
  summary text not null,
  address text`,
  ),
  registerTable(
    'operations.budget_declaration',
    ['DUE', 'DECLARED'],
    `year integer not null,
  is_included boolean,
  amount integer check (amount >= 0),
  note text,
  constraint budget_declaration_amount check (amount is null or is_included)`,
  ),
  registerTable(
    'operations.coordination_item',
    ['OPEN', 'SETTLED', 'CANCELLED'],
    `topic text not null,
  content text not null,
  participants uuid[] not null,
  participant_names text[] not null,
  due_on date not null,
  progress text`,
  ),
  registerTable(
    'operations.product_work',
    ['DUE', 'DONE'],
    `kind text not null check (kind in ('ANALYSIS', 'PROMOTION')),
  period_key text not null,
  period_start date not null,
  period_end date not null,
  report text,
  products text[],
  proposals text[],
  channels text[],
  reach integer`,
  ),
  listIndexes('operations.docking_record', ['body_name', 'matter']),
  listIndexes('operations.cooperation_item', ['body_name', 'heading']),
  listIndexes('operations.policy_document', ['heading']),
  listIndexes('operations.budget_declaration'),
  listIndexes('operations.coordination_item', ['topic']),
  listIndexes('operations.product_work', ['period_key']),
];

/** How the parties work together (articles 15, 16, 25 and 56), and what the company does for its products (article 43). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index docking_record_body on operations.docking_record (body_id, id);
create index policy_document_topic on operations.policy_document (topic, id);
create unique index budget_declaration_year on operations.budget_declaration (organization_id, year);
create index coordination_item_participants on operations.coordination_item using gin (participants);
create unique index product_work_period on operations.product_work (organization_id, kind, period_key);
`)
    .execute(db);
}
