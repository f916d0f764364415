import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';
import type { AccountabilityFacts } from './lifecycle.ts';

/** The organisations that may lead a case; null before one is registered. */
export async function readLeads(db: Db | Tx): Promise<AccountabilityFacts['leads']> {
  const rows = await db
    .selectFrom('runtime.organization')
    .select(['id', 'party'])
    .where('party', 'in', ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'])
    .where('status', '=', 'ACTIVE')
    .execute();
  const of = (party: string) => rows.find((row) => row.party === party)?.id ?? null;
  return { MANAGEMENT_UNIT: of('MANAGEMENT_UNIT'), PROJECT_COMPANY: of('PROJECT_COMPANY') };
}

/** By the incident: who answers for the app that caused it itself (article 26); incidents of another cause are left out. */
export async function responsibleProviders(
  db: Db | Tx,
  incidentIds: readonly string[],
): Promise<Map<string, { organizationId: string; name: string }>> {
  if (incidentIds.length === 0) return new Map();
  const { rows } = await sql<{ incidentId: string; organizationId: string; name: string }>`
    select incident.id as incident_id, app.organization_id, organization.name
    from operations.incident
      join runtime.item as app on app.record_id = incident.app_id and app.noun = 'App'
      join runtime.organization on organization.id = app.organization_id
    where incident.id = any(${[...new Set(incidentIds)]}::uuid[]) and incident.cause_kind = 'APP_OWN_CAUSE'`.execute(
    db,
  );
  return new Map(rows.map(({ incidentId, ...provider }) => [incidentId, provider]));
}
