import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { appStanding } from '@zgt/runtime/organizations.ts';
import type { EcosystemTables, EcosystemUnitRow } from '../tables.ts';

type Read = Db<EcosystemTables> | Tx<EcosystemTables>;

/** Makes the organisation of a new unit; it takes part once the unit is approved. */
export async function foundOrganization(
  tx: Tx,
  name: string,
  unifiedSocialCreditCode: string,
  now: Date,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('runtime.organization')
    .values({
      id,
      party: 'ECOSYSTEM_UNIT',
      name,
      unifiedSocialCreditCode,
      regionCode: null,
      status: 'PENDING',
      createdAt: now,
    })
    .execute();
  return id;
}

/** Keeps the organisation's particulars equal to the unit's. */
export function renameOrganization({ tx, write, record }: Given<EcosystemUnitRow>): void {
  const { organizationId, name, unifiedSocialCreditCode } = record;
  write(
    `organization ${organizationId}`,
    tx
      .updateTable('runtime.organization')
      .set({ name, unifiedSocialCreditCode })
      .where('id', '=', organizationId),
  );
}

/** The agreement of a unit in any of the given states, newest first. */
export async function agreementIds(db: Read, unitId: string, states: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('ecosystem.authorizationAgreement')
    .select('id')
    .where('ecosystemUnitId', '=', unitId)
    .where(anyOf('state', states, 'text'))
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.id);
}

/** The record of an organisation as a unit; null when it is none. */
export async function unitOf(db: Read, organizationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('ecosystem.ecosystemUnit')
    .select('id')
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What keeps units from leaving in good order, per unit: running brand authorizations, open orders, live credentials, apps. */
export async function openObligations(db: Read, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  const open = new Map<string, string[]>(unitIds.map((id) => [id, []]));
  if (unitIds.length === 0) return open;
  const brands = await db
    .selectFrom('ecosystem.brandAuthorization')
    .select(['ecosystemUnitId', 'number'])
    .where(anyOf('ecosystemUnitId', unitIds))
    .where('state', 'in', ['REQUESTED', 'PENDING_CONSENT', 'EFFECTIVE', 'SUSPENDED'])
    .execute();
  for (const row of brands) open.get(row.ecosystemUnitId)!.push(`品牌授权 ${row.number} 尚未了结`);
  const orders = await db
    .selectFrom('ecosystem.stopOrder')
    .select(['ecosystemUnitId', 'number'])
    .where(anyOf('ecosystemUnitId', unitIds))
    .where('state', '<>', 'CLOSED')
    .execute();
  for (const row of orders) open.get(row.ecosystemUnitId)!.push(`叫停令 ${row.number} 尚未办结`);
  const credentials = await db
    .selectFrom('runtime.machineCredential as credential')
    .innerJoin('ecosystem.ecosystemUnit as unit', 'unit.organizationId', 'credential.organizationId')
    .select(['unit.id', 'credential.number'])
    .where(anyOf('unit.id', unitIds))
    .where('credential.state', '=', 'ACTIVE')
    .execute();
  for (const row of credentials) open.get(row.id)!.push(`程序凭证 ${row.number} 尚未吊销`);
  const apps = await db
    .selectFrom('runtime.standing as standing')
    .innerJoin('ecosystem.ecosystemUnit as unit', 'unit.organizationId', 'standing.organizationId')
    .select(['unit.id', 'standing.scope'])
    .where(anyOf('unit.id', unitIds))
    .where('standing.kind', 'like', appStanding('%'))
    .where('standing.state', 'in', ['LISTED', 'DELISTING', 'SUSPENDED'])
    .orderBy('standing.kind')
    .execute();
  for (const { id, scope } of apps) open.get(id)!.push(`应用“${scope.name}”（${scope.number}）尚未下架`);
  return open;
}
