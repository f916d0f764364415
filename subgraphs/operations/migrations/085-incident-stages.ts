import { type Kysely, sql } from 'kysely';

/** The course of an incident tells the stages that it passed and which facts were corrected, as article 62 asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.incident_entry drop constraint incident_entry_kind_check, add constraint
  incident_entry_kind_check check (kind in ('DETECTED', 'STAGE', 'FACTS', 'LEVEL_SET', 'ESCALATED', 'LOWERED', 'OUTAGE',
    'PROGRESS_MISSED', 'COMMANDER', 'NOTICE', 'CAUSE', 'NOTE'));
`)
    .execute(db);
}
