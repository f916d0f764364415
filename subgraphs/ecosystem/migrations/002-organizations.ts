import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const identification = `organization_name text not null,
  unified_social_credit_code text not null,
  head_account_id text not null`;

const registers = [
  registerTable(
    'ecosystem.member',
    ['ACTIVE', 'REMOVED'],
    `account_id text not null,
  username text not null,
  roles text[] not null,
  verification_method text,
  verified_at timestamptz`,
  ),
  registerTable(
    'ecosystem.owner_unit',
    ['IN_FORCE', 'ENDED'],
    `${identification},
  concession_number text not null,
  concession_scopes text[] not null,
  granted_on date not null,
  valid_until date not null check (valid_until >= granted_on)`,
  ),
  registerTable(
    'ecosystem.project_company',
    ['ACTIVE', 'ENDED'],
    `${identification},
  shareholders text[] not null`,
  ),
  registerTable(
    'ecosystem.government_body',
    ['ACTIVE', 'ENDED'],
    `${identification},
  party text not null,
  level text not null,
  region_code text not null check (region_code like '45%')`,
  ),
];

/** Members of organisations, and the registration of the parties of articles 5, 6 and 13. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create unique index member_once on ecosystem.member (organization_id, account_id) where state = 'ACTIVE';
`)
    .execute(db);
}
