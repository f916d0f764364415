import { type Kysely, sql } from 'kysely';

/** What yearly assessments are computed from: all interruptions, and when vulnerabilities were verified (articles 15 and 56). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.incident add column earlier_outage_ms double precision not null default 0;
-- of earlier interruptions the longest alone is known
update operations.incident set earlier_outage_ms = longest_outage_ms;
alter table operations.vulnerability add column verified_at timestamptz;
update operations.vulnerability set verified_at = updated_at where state in ('VERIFIED', 'CLOSED');
create index vulnerability_reported on operations.vulnerability (created_at);
alter table operations.assessment add column rectification_number text;
`)
    .execute(db);
}
