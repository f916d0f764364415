import { type Kysely, sql } from 'kysely';
import { listIndexes, SEARCH_KEYS } from '../list-indexes.ts';

/** What searches and the lists over all registers read by, so that a page costs the same however much there is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${SEARCH_KEYS}
-- the audit log by who acted for whom, and by kind of record: what its readers choose by
create index audit_entry_organization on runtime.audit_entry (organization_id, at);
create index audit_entry_noun on runtime.audit_entry (noun, at);
create index audit_entry_action on runtime.audit_entry (action, at);

-- the unread inbox, in its order
drop index runtime.notification_unread;
create index notification_unread on runtime.notification (organization_id, id) where read_at is null;

-- the calendar of duties: all, a party's, an owner's
create index deadline_calendar on runtime.deadline (due_at, id);
create index deadline_owed on runtime.deadline (owed_by, due_at, id);
create index deadline_owner on runtime.deadline (organization_id, due_at, id) where owed_by = 'OWNER';

create index machine_credential_by_state on runtime.machine_credential (state, id);
${listIndexes('runtime.machine_credential', ['name'])}`)
    .execute(db);
}
