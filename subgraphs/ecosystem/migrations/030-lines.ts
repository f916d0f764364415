import { type Kysely, sql } from 'kysely';

/** The line of government that a body leads (article 16). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table ecosystem.government_body add column vertical_system text`.execute(db);
}
