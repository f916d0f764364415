import { type Kysely, sql } from 'kysely';

/** Government bodies file their lists of public services beside what the project company files (article 16). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.filing drop constraint filing_kind_check, add constraint filing_kind_check
  check (kind in ('BRAND_USAGE', 'COMMERCIAL_COOPERATION', 'OPERATION_REPORT', 'SERVICE_LIST'));
create index filing_organization_kind on operations.filing (organization_id, kind, period_end);
`)
    .execute(db);
}
