import { type Kysely, sql } from 'kysely';

/** By when an account's terminal has to be checked; null for accounts that are not checked (article 68). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table runtime.account_facts add column terminal_check_due_on date;').execute(db);
}
