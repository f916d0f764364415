import { type Kysely, sql } from 'kysely';

/** Sessions that were ended because the account was used elsewhere: their next request is told why (article 68). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table runtime.ended_session (
  token_hash text primary key,
  account_id text not null,
  ended_at timestamptz not null,
  -- when the security officers of the account's organisations were told
  told_at timestamptz
);
create index ended_session_untold on runtime.ended_session (ended_at) where told_at is null;
`)
    .execute(db);
}
