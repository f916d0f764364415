import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'ecosystem.business_norm',
    ['DRAFT', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED'],
    `kind text not null check (kind in ('BUSINESS_MODEL', 'ASSESSMENT', 'EXIT')),
  title text not null,
  version_text text not null,
  body text not null,
  published_at timestamptz,
  constraint business_norm_published check (state not in ('PUBLISHED', 'SUPERSEDED') or published_at is not null)`,
  ),
  registerTable(
    'ecosystem.commercial_cooperation',
    ['IN_FORCE', 'ENDED'],
    `ecosystem_unit_id uuid not null references ecosystem.ecosystem_unit,
  name text not null,
  kind text not null check (kind in ('JOINT_OPERATION', 'PROMOTION', 'ADVERTISING', 'SERVICE_PURCHASE', 'OTHER')),
  content text not null,
  restrictive_terms text[] not null,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  check_result text check (check_result in ('NORMAL', 'FINDING')),
  check_note text,
  checked_on date,
  follow_up_number text,
  income_period text,
  income integer check (income >= 0),
  -- article 53: what is found is followed up
  constraint commercial_cooperation_followed check (check_result <> 'FINDING' or follow_up_number is not null)`,
  ),
  listIndexes('ecosystem.business_norm', ['title']),
  listIndexes('ecosystem.commercial_cooperation', ['name']),
];

/** Norms of business, which agreements name, and what the company and units do together (article 53). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index business_norm_in_force on ecosystem.business_norm (organization_id, kind) where state = 'PUBLISHED';
create index business_norm_kind on ecosystem.business_norm (kind, id);
create index commercial_cooperation_kind on ecosystem.commercial_cooperation (kind, id);
alter table ecosystem.authorization_agreement add column norm_numbers text[];
`)
    .execute(db);
}
