import { type Kysely, sql } from 'kysely';

/** A notification may be for members in certain roles alone (article 62: the business office); null is for everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table runtime.notification add column roles text[]').execute(db);
}
