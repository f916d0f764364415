import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

/** The running bindings of an app to what the provider keeps for public services. */
export async function providedBindings(db: Db | Tx, appId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from apps.infrastructure_binding
    where app_id = ${appId} and state = 'BOUND' and item_id is not null order by id`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** The states of an allocation and of a resource of the company's own, whoever may see them; null where there is none. */
export async function readSources(
  db: Db | Tx,
  { itemId, resourceId }: { itemId: string | null; resourceId: string | null },
): Promise<{ itemState: string | null; resourceState: string | null }> {
  const found = await sql<{ itemState: string | null; resourceState: string | null }>`select
    (select state from apps.infrastructure_item where id = ${itemId}::uuid) as item_state,
    (select state from apps.company_infra_resource where id = ${resourceId}::uuid) as resource_state`.execute(
    db,
  );
  return found.rows[0]!;
}
