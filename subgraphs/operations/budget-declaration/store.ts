import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

/** The government bodies that have no declaration for a year. */
export async function bodiesWithoutDeclaration(db: Db<any>, year: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from runtime.organization as body
    where party in ('GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY') and status = 'ACTIVE'
      and not exists (select from operations.budget_declaration where organization_id = body.id and year = ${year})
    order by id`.execute(db);
  return found.rows.map(({ id }) => id);
}
