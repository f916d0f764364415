import { type Kysely, sql } from 'kysely';

/** Who has just written, so that their reads stay on the primary. Unlogged: after a crash nobody has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unlogged table runtime.recent_write (
    actor text primary key,
    until timestamptz not null
  )`.execute(db);
}
