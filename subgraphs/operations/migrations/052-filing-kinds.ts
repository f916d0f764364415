import { type Kysely, sql } from 'kysely';

/** The other things that are filed or reported periodically (articles 47, 62, 69 and 73). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.filing drop constraint filing_kind_check, add constraint filing_kind_check
  check (kind in ('BRAND_USAGE', 'COMMERCIAL_COOPERATION', 'OPERATION_REPORT', 'ANNUAL_REPORT', 'SERVICE_LIST',
    'LEVEL4_INCIDENTS', 'GOVERNMENT_DATA_OPERATION', 'OVERALL_SAFETY'));
create index filing_by_kind on operations.filing (kind, id);
`)
    .execute(db);
}
