import { type Kysely, sql } from 'kysely';

/** Article 38: an agreement may limit the industries of the apps that its unit provides; null does not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table ecosystem.authorization_agreement add column industry_categories text[]')
    .execute(db);
}
