import { type Kysely, sql } from 'kysely';

/** What rules and figures ask of these registers is found by index, whichever states they ask for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create index incident_target on operations.incident (monitor_target_id, id);
create index operation_metric_by_month on operations.operation_metric (month, name);
create index privacy_notice_app on operations.privacy_notice (app_id, state);
create index mlps_record_platform on operations.mlps_record (platform_id, state);
`)
    .execute(db);
}
