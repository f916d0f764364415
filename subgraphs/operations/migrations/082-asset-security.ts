import { type Kysely, sql } from 'kysely';

/** Who secures what is operated, and vulnerabilities and dangers on it (article 66). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.ops_asset add column security_responsible text
  check (security_responsible in ('INFRASTRUCTURE_PROVIDER', 'PROJECT_COMPANY'));
update operations.ops_asset set security_responsible = responsible;
alter table operations.ops_asset alter column security_responsible set not null;
-- article 66: what public services stand on is secured by the infrastructure provider
alter table operations.ops_asset add constraint ops_asset_security
  check (service_use = 'MARKET' or security_responsible = 'INFRASTRUCTURE_PROVIDER');
alter table operations.vulnerability add column asset_id uuid;
alter table operations.vulnerability drop constraint vulnerability_subject;
alter table operations.vulnerability add constraint vulnerability_subject
  check (num_nonnulls(app_id, item_id, asset_id) = 1);
alter table operations.hidden_danger add column asset_id uuid;
`)
    .execute(db);
}
