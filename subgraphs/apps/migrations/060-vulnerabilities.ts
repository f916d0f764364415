import { type Kysely, sql } from 'kysely';

/** Which vulnerability an app was taken off for (article 73); one vulnerability takes it off once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table apps.forced_delisting add column vulnerability_id uuid`.execute(db);
  await sql`create unique index forced_delisting_vulnerability on apps.forced_delisting (vulnerability_id)
    where vulnerability_id is not null`.execute(db);
}
