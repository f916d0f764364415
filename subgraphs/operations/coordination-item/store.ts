import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { type RawBuilder, sql } from 'kysely';

/** Whether the organisation takes part, as SQL over the row `record`. */
export function takesPart(organizationId: string): RawBuilder<boolean> {
  return sql<boolean>`record.participants @> array[${organizationId}]::uuid[]`;
}

/** The organisations in office of parties that there is one of, with their names. */
export async function inOffice(
  db: Db<any> | Tx<any>,
  parties: readonly string[],
): Promise<{ organizationId: string; name: string }[]> {
  if (parties.length === 0) return [];
  const found = await sql<{ organizationId: string; name: string }>`
    select id as organization_id, name from runtime.organization
    where party = any(${[...parties]}::text[]) and status = 'ACTIVE' order by id`.execute(db);
  return found.rows;
}
