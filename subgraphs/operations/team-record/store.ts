import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { TeamRecordRow } from '../tables.ts';

/** The teams that stand ready, by kind; at most a hundred. */
export async function activeTeams(db: Db<any>): Promise<TeamRecordRow[]> {
  const found = await sql<TeamRecordRow>`select * from operations.team_record where state = 'ACTIVE'
    order by kind, id limit 100`.execute(db);
  return found.rows;
}
