import { type Kysely, sql } from 'kysely';

/** Whoever is told as a party is found by index, however many organisations there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index organization_party on runtime.organization (party, status, id);').execute(db);
}
