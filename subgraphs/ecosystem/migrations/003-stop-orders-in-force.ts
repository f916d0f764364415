import { type Kysely, sql } from 'kysely';

/** Open stop orders are read after the standing that whoever issues one locks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Volatile, so that it sees orders committed while its caller waited for the lock of a standing.
create function ecosystem.open_stop_orders(organizations uuid[]) returns jsonb
language plpgsql volatile as $$
begin
  return (select coalesce(jsonb_object_agg(organization_id, number), '{}') from ecosystem.stop_order
    where organization_id = any (organizations) and state <> 'CLOSED');
end $$;
`)
    .execute(db);
}
