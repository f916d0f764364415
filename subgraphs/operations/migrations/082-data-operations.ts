import { type Kysely, sql } from 'kysely';

/** Which operations on public data were reported already; what they were stands in the audit log (article 69). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create table operations.data_operation_event (
  organization_id uuid not null,
  event_id text not null,
  reported_on date not null,
  primary key (organization_id, event_id)
);
create index data_operation_event_day on operations.data_operation_event (reported_on);
`)
    .execute(db);
}
