import { type Kysely, sql } from 'kysely';

/** Apps and credentials that follow their unit, suspended with it and back with it (articles 7, 38 and 42). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table apps.app drop constraint app_state,
    add constraint app_state check (state in
      ('DRAFT', 'LISTED', 'DELISTING', 'SUSPENDED', 'DELISTED', 'FORCED_DELISTED', 'RETIRED'))`.execute(db);
  await sql`alter table apps.capability_request
    add column suspended_with_unit boolean not null default false`.execute(db);
  // A unit that leaves is judged by its apps from now on, those that were there before included.
  await sql`insert into runtime.standing (organization_id, kind, state, scope, valid_until, updated_at)
    select organization_id, 'APP:' || id, state, jsonb_build_object('name', name, 'number', number), null, updated_at
    from apps.app where state <> 'DRAFT'`.execute(db);
}
