import { type Kysely, sql } from 'kysely';

/** An answer that the other line has not taken is sent again, however long it was out of reach (article 59). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.hotline_ticket add column answer_taken_at timestamptz;
create index hotline_ticket_untaken on operations.hotline_ticket (id)
  where channel = 'GOV_12345' and answered_at is not null and answer_taken_at is null;
create index hotline_ticket_leaving on operations.hotline_ticket (id) where state = 'TRANSFERRING';
`)
    .execute(db);
}
