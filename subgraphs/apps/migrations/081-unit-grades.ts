import { type Kysely, sql } from 'kysely';

/** The grade of the provider stands beside the score of its app (articles 40 and 42). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table apps.app_score add column unit_grade text check (unit_grade in ('A', 'B', 'C', 'D'))`.execute(
    db,
  );
}
