import { type Kysely, sql } from 'kysely';

/** Lists of the requests for one app or one capability, the newest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index apps.delisting_request_app, apps.capability_request_app, apps.capability_request_capability`.execute(
    db,
  );
  await sql`create index delisting_request_app on apps.delisting_request (app_id, id)`.execute(db);
  await sql`create index capability_request_app on apps.capability_request (app_id, id)`.execute(db);
  await sql`create index capability_request_capability on apps.capability_request (capability_id, id)`.execute(
    db,
  );
}
