import { type Kysely, sql } from 'kysely';

/** Operations on public data found in the audit log by the resource and the request for its use (article 69). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create function runtime.data_operation(body text, name text) returns text
language sql immutable parallel safe as $$ select body::jsonb #>> array['details', name] $$;
create index audit_entry_data_resource on runtime.audit_entry (runtime.data_operation(body, 'resource'), at)
  where noun = 'DataOperation';
create index audit_entry_data_use on runtime.audit_entry (runtime.data_operation(body, 'dataUseRequest'), at)
  where noun = 'DataOperation';
`)
    .execute(db);
}
