import { type Kysely, sql } from 'kysely';

/** What caused an incident, and that an app's own cause falls to its responsible organisation alone (article 26). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table operations.incident
  add column cause_kind text check (cause_kind in ('APP_OWN_CAUSE', 'PLATFORM', 'INFRASTRUCTURE', 'EXTERNAL', 'OTHER', 'UNDETERMINED')),
  add column provider_contacted_at timestamptz,
  add constraint incident_own_cause check (cause_kind <> 'APP_OWN_CAUSE' or app_id is not null);
alter table operations.incident_entry drop constraint incident_entry_kind_check, add constraint incident_entry_kind_check
  check (kind in ('DETECTED', 'LEVEL_SET', 'ESCALATED', 'LOWERED', 'OUTAGE', 'PROGRESS_MISSED', 'COMMANDER', 'NOTICE', 'CAUSE',
    'NOTE'));
alter table operations.incident_notice drop constraint incident_notice_state, add constraint incident_notice_state
  check (state in ('SENT', 'ANSWERED', 'AWAITING_CHOICE', 'RECTIFYING', 'DELISTING'));
alter table operations.incident_notice
  add column rectify_by date,
  add column plan text,
  add column notice_text text,
  -- article 26: who has to choose is told by when, and says how
  add constraint incident_notice_choice check (state in ('SENT', 'ANSWERED') or rectify_by is not null),
  add constraint incident_notice_plan check ((state = 'RECTIFYING') = (plan is not null)),
  add constraint incident_notice_delisting check ((state = 'DELISTING') = (notice_text is not null));
alter table operations.accountability_case
  drop constraint accountability_case_responsibility_check,
  add constraint accountability_case_responsibility_check check (responsibility in ('SUBJECT', 'OTHER', 'APP_PROVIDER', 'UNDETERMINED')),
  drop constraint accountability_case_bearer_check,
  add constraint accountability_case_bearer_check check (bearer in ('SUBJECT', 'OTHER', 'APP_PROVIDER', 'OWNER_UNIT')),
  add column responsible_organization_id uuid,
  add column responsible_share integer check (responsible_share between 0 and 100),
  -- article 26: the whole of it
  add constraint accountability_case_own_cause check ((coalesce(bearer, '') = 'APP_PROVIDER')
    = (responsible_organization_id is not null and responsible_share is not null and responsible_share = 100));
`)
    .execute(db);
}
