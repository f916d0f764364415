import { type Kysely, sql } from 'kysely';

/** What calling a capability needs: secrets that overlap, tokens that were given back, and how often it was called (article 38). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table apps.capability_request
  add column previous_secret_hash text,
  add column previous_valid_until timestamptz,
  -- a secret that was replaced never goes on without an end
  add constraint capability_request_previous check ((previous_secret_hash is null) = (previous_valid_until is null));
create table apps.revoked_token (
  token_id uuid primary key,
  expires_at timestamptz not null
);
create index revoked_token_end on apps.revoked_token (expires_at);
`)
    .execute(db);
}
