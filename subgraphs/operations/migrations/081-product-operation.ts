import { type Kysely, sql } from 'kysely';

/** How products are operated is one of the mechanisms that the measure demands (article 43). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.mechanism_document
  drop constraint mechanism_document_kind_check,
  add constraint mechanism_document_kind_check check (kind in ('OPERATION_SUPERVISION', 'PUBLIC_ACCOUNTABILITY',
    'MARKET_ACCOUNTABILITY', 'OPS_SYSTEM', 'OPS_GUARANTEE', 'EMERGENCY_RESPONSE', 'INCIDENT_RESPONSE', 'OPS_ACCOUNTABILITY',
    'PRODUCT_OPERATION'));
`)
    .execute(db);
}
