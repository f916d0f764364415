import { type Kysely, sql } from 'kysely';

/** What the base integrates (article 2), going offline on shorter notice (article 23), and what the management unit says of an emergency (article 28). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table apps.system_platform
    add column integrated_platforms text[], add column special_reason text`.execute(db);
  await sql`alter table apps.forced_delisting add column service_class text, add column confirmed_at timestamptz`.execute(
    db,
  );
  await sql`update apps.forced_delisting set service_class = app.service_class
    from apps.app where app.id = app_id`.execute(db);
  await sql`alter table apps.forced_delisting alter column service_class set not null,
    add constraint forced_delisting_service_class check (service_class in ('PUBLIC', 'MARKET'))`.execute(db);
}
