import { type Kysely, sql } from 'kysely';

/** When an account was last seen to be used by several people (article 68). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table ecosystem.member add column sharing_suspected_at timestamptz;').execute(db);
}
