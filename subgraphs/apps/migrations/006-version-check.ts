import { type Kysely, sql } from 'kysely';

/** Articles 19 and 37: a version names the check against the standards that it is listed by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table apps.app_version add column check_id uuid references apps.standard_check')
    .execute(db);
}
