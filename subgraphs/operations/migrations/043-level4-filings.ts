import { type Kysely, sql } from 'kysely';

/** Incidents of level 4 are filed each month (article 62). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.filing drop constraint filing_kind_check, add constraint filing_kind_check
  check (kind in ('BRAND_USAGE', 'COMMERCIAL_COOPERATION', 'OPERATION_REPORT', 'SERVICE_LIST', 'LEVEL4_INCIDENTS'));
`)
    .execute(db);
}
