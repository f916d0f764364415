import { type Kysely, sql } from 'kysely';

/**
 * A deadline says whether somebody owes something by it. What the system carries out by itself when the time comes is
 * nobody's duty: it is never late, and nobody's work queue waits for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table runtime.deadline add column owed boolean not null default true;
update runtime.deadline set owed = false where action is not null and not (noun = 'Incident' and name = 'progress');

create or replace function runtime.keep_due() returns trigger language plpgsql as $$
begin
  new.due_at := (select min(due_at) from runtime.deadline where record_id = new.record_id and ended_at is null
    and owed and not reminder and owed_by = coalesce(new.awaits, 'OWNER'));
  return new;
end $$;

-- As before, and whether a deadline that is started is owed.
create or replace function runtime.record_transitions(batch jsonb) returns void
language plpgsql volatile as $$
declare
  step jsonb;
  job jsonb;
  entry text;
begin
  for step in select value from jsonb_array_elements(batch->'transitions') loop
    if (step->>'final')::boolean then
      update runtime.deadline set ended_at = (step->>'at')::timestamptz
        where record_id = (step->>'recordId')::uuid and ended_at is null;
    elsif jsonb_array_length(step->'ends') > 0 then
      update runtime.deadline set ended_at = (step->>'at')::timestamptz
        where record_id = (step->>'recordId')::uuid and ended_at is null
          and name in (select jsonb_array_elements_text(step->'ends'));
    end if;
    insert into runtime.deadline (id, noun, record_id, name, title, articles, owed_by, organization_id, action, started_at,
        due_at, reminder, owed, working_days, counted_from, provisional, ended_at, fired_at)
      select "id", "noun", "recordId", "name", "title", "articles", "owedBy", "organizationId", "action", "startedAt",
        "dueAt", "reminder", coalesce("owed", true), "workingDays", "countedFrom", "provisional", null, null
      from jsonb_to_recordset(step->'starts') as started("id" uuid, "noun" text, "recordId" uuid, "name" text,
        "title" text, "articles" integer[], "owedBy" text, "organizationId" uuid, "action" text, "startedAt" timestamptz,
        "dueAt" timestamptz, "reminder" boolean, "owed" boolean, "workingDays" integer, "countedFrom" date, "provisional" boolean);
    insert into runtime.item as known (noun, record_id, organization_id, number, title, state, awaits,
        awaits_organization_id, since, due_at, updated_at)
      select "noun", "recordId", "organizationId", "number", "title", "state", "awaits", "awaitsOrganizationId", "since",
        "dueAt", "updatedAt"
      from jsonb_to_record(step->'item') as item("noun" text, "recordId" uuid, "organizationId" uuid, "number" text,
        "title" text, "state" text, "awaits" text, "awaitsOrganizationId" uuid, "since" timestamptz,
        "dueAt" timestamptz, "updatedAt" timestamptz)
      on conflict (record_id) do update set organization_id = excluded.organization_id, number = excluded.number,
        title = excluded.title, state = excluded.state, awaits = excluded.awaits,
        awaits_organization_id = excluded.awaits_organization_id, since = excluded.since, due_at = excluded.due_at,
        updated_at = excluded.updated_at;
    -- Each recipient's notification keeps the time in the given identifier and gets random bits of its own.
    if step ? 'notification' then
      insert into runtime.notification (id, organization_id, noun, record_id, action, title, body, articles, created_at)
        select overlay(gen_random_uuid()::text placing left(told."id", 15) from 1)::uuid, organization.id, "noun", "recordId",
          told."action", "title", "body", "articles", "createdAt"
        from jsonb_to_record(step->'notification') as told("id" text, "noun" text, "recordId" uuid, "action" text,
          "title" text, "body" text, "articles" integer[], "createdAt" timestamptz, "parties" text[], "owner" uuid)
        join runtime.organization on (organization.party = any ("parties") and organization.status = 'ACTIVE')
          or organization.id = "owner";
    end if;
    if step ? 'documents' then
      insert into runtime.document_use (document_id, noun, record_id, kind, readers, attached_at)
        select "documentId", "noun", "recordId", "kind", "readers", "attachedAt"
        from jsonb_to_recordset(step->'documents') as attached("documentId" uuid, "noun" text, "recordId" uuid,
          "kind" text, "readers" text[], "attachedAt" timestamptz)
        on conflict do nothing;
    end if;
  end loop;
  -- The queue makes its own statement; it is carried out with the rights of whoever calls, like any other.
  for job in select value from jsonb_array_elements(batch->'jobs') loop
    execute job->>'statement' using job->>'value';
  end loop;
  if batch ? 'answer' then
    update runtime.idempotency set outcome = batch->'answer'->'outcome'
      where actor = batch->'answer'->>'actor' and key = batch->'answer'->>'key';
  end if;
  for entry in select value from jsonb_array_elements_text(batch->'entries') loop
    perform runtime.append_audit(entry);
  end loop;
end $$;
`)
    .execute(db);
}
