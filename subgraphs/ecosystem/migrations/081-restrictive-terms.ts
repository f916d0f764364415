import { type Kysely, sql } from 'kysely';

const TERMS = `restrictive_terms text[] check (restrictive_terms <@ array['EXCLUSIVE_DEALING', 'MOST_FAVOURED', 'NON_COMPETE',
    'TERRITORY_LOCK'])`;

/** Terms that shut others out, in agreements and norms as in cooperations (articles 46 and 53). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table ecosystem.authorization_agreement add column ${TERMS};
alter table ecosystem.business_norm add column ${TERMS};
`)
    .execute(db);
}
