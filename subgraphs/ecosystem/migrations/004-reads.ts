import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { type Kysely, sql } from 'kysely';

const indexes = [
  listIndexes('ecosystem.ecosystem_unit', ['name', 'unified_social_credit_code']),
  listIndexes('ecosystem.authorization_agreement'),
  listIndexes('ecosystem.trademark', ['name', 'registration_number']),
  listIndexes('ecosystem.trademark_license'),
  listIndexes('ecosystem.brand_authorization', ['purpose', 'certificate_number']),
  listIndexes('ecosystem.stop_order'),
  listIndexes('ecosystem.misuse_report', ['suspected_party', 'certificate_number']),
  listIndexes('ecosystem.member', ['username']),
  listIndexes('ecosystem.owner_unit', ['organization_name', 'concession_number']),
  listIndexes('ecosystem.project_company', ['organization_name']),
  listIndexes('ecosystem.government_body', ['organization_name', 'region_code']),
];

/** What the lists of this subgraph read by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${indexes.join('\n')}
-- consequences and rules ask for what stands open of a mark
create index brand_authorization_mark on ecosystem.brand_authorization (trademark_id, state);
`)
    .execute(db);
}
