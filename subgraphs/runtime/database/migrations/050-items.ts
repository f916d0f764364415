import { type Kysely, sql } from 'kysely';

/**
 * Records of any register found by the number that people know them by, and counted by kind and state. A record that
 * an action leaves without a new clock stays due when what is owed by whom it waits for is due.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`create index item_number on runtime.item (number);
create index item_kind on runtime.item (noun, state, record_id);
create function runtime.keep_due() returns trigger language plpgsql as $$
begin
  new.due_at := (select min(due_at) from runtime.deadline where record_id = new.record_id and ended_at is null
    and action is null and not reminder and owed_by = coalesce(new.awaits, 'OWNER'));
  return new;
end $$;
create trigger keep_due before update on runtime.item for each row
  when (new.due_at is null and (new.awaits is not null or new.awaits_organization_id is not null))
  execute function runtime.keep_due();
`)
    .execute(db);
}
