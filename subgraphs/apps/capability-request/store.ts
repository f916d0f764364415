import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { type UnitStanding, unitStandings } from '@zgt/runtime/organizations.ts';
import { sql } from 'kysely';
import type { AppsTables } from '../tables.ts';

type Read = Db<AppsTables> | Tx<AppsTables>;

/** What requests are judged by: standings of their organisations, and the capabilities that they ask for. */
export interface Surroundings {
  standings: UnitStanding[];
  capabilities: { id: string; state: string; code: string; dailyQuota: number; returnedFields: string[] }[];
}

/**
 * Standings of organisations, and capabilities whoever may see them: the rules judge by what is, not by what is shown.
 * One statement; in a transaction the standings are held still until it ends.
 */
export async function readSurroundings(
  db: Read,
  organizationIds: readonly string[],
  capabilityIds: readonly string[],
): Promise<Surroundings> {
  const standing = unitStandings(db as Db, organizationIds);
  const found = await sql<Surroundings>`
    with ${standing.table}
    select
      ${standing.rows} as standings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'state', state, 'code', code,
        'dailyQuota', daily_quota, 'returnedFields', coalesce(returned_fields, '{}'))), '[]') from apps.capability where id = any (${capabilityIds})) as capabilities`.execute(
    db,
  );
  return found.rows[0]!;
}

/** States of a request that is not decided or not provisioned yet. */
export const OPEN_STATES = ['SUBMITTED', 'APPROVED'];

/** States of a request whose credential is there. */
export const LIVE_STATES = ['PROVISIONED', 'SUSPENDED'];

/** The requests of an organisation in any of the given states, oldest first. */
export async function requestIds(
  db: Read,
  organizationId: string,
  states: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('apps.capabilityRequest')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where(anyOf('state', states, 'text'))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
