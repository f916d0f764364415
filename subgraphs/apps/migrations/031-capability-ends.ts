import { type Kysely, sql } from 'kysely';

/** What the users of a capability are told about its end; drafts that never were published stay unseen (articles 18 and 19). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table apps.capability drop constraint capability_state,
    add constraint capability_state check (state in ('DRAFT', 'PUBLISHED', 'DEPRECATED', 'WITHDRAWN', 'DISCARDED')),
    add column end_notice text, add column ends_on date,
    add column deprecated_at timestamptz, add column withdrawn_at timestamptz`.execute(db);
  await sql`update apps.capability set state = 'DISCARDED' where state = 'WITHDRAWN' and not exists (
    select from runtime.audit_entry where record_id = capability.id and action = 'publish' and outcome = 'DONE')`.execute(
    db,
  );
  await sql`drop index apps.capability_code`.execute(db);
  await sql`create unique index capability_code on apps.capability (code)
    where state not in ('WITHDRAWN', 'DISCARDED')`.execute(db);
  await sql`update runtime.item set state = 'DISCARDED' where record_id in (
    select id from apps.capability where state = 'DISCARDED')`.execute(db);
  await sql`update apps.capability set deprecated_at = updated_at, end_notice = '这项能力不再推荐使用。'
    where state in ('DEPRECATED', 'WITHDRAWN')`.execute(db);
  await sql`update apps.capability set withdrawn_at = updated_at, end_notice = '这项能力已撤下。'
    where state = 'WITHDRAWN'`.execute(db);
  await sql`alter table apps.capability add constraint capability_end_told check (
    state not in ('DEPRECATED', 'WITHDRAWN') or (deprecated_at is not null and end_notice is not null))`.execute(
    db,
  );
}
