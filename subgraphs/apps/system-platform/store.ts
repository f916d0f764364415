import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { SAFETY_AGREEMENTS, SAFETY_STANDINGS } from '@zgt/runtime/safety-standing.ts';
import { sql } from 'kysely';
import type { SafetyFact } from '../app/safety.ts';

interface Found {
  id: string;
  safety: SafetyFact[];
  hasAgreement: boolean;
}

/** What the registers of safety publish that bears on platforms going live, in one statement (articles 65 and 68). */
export async function readPlatformSafety(
  db: Db | Tx,
  ids: readonly string[],
  today: string,
): Promise<Map<string, Found>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Found>`
    select platform.id, (select coalesce(jsonb_agg(jsonb_build_object('concern', split_part(kind, ':', 2),
        'state', standing.state, 'scope', scope)), '[]') from runtime.standing
        where standing.organization_id = platform.organization_id and kind like ${SAFETY_STANDINGS}
          and scope ->> 'appId' = platform.id::text) as safety,
      exists (select from runtime.standing where kind like ${SAFETY_AGREEMENTS} and standing.state = 'IN_FORCE'
        and valid_until >= ${today}) as has_agreement
    from apps.system_platform as platform where platform.id = any (${ids})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
