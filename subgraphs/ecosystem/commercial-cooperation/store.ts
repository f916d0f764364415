import type { Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

export interface Partner {
  organizationId: string;
  unitState: string;
  agreementState: string | null;
  agreementUntil: string | null;
}

/** A unit with its agreement as it stands; both are held still until the transaction ends. Null when there is no such unit. */
export async function readPartner(tx: Tx<any>, unitId: string): Promise<Partner | null> {
  const found = await sql<Partner>`
    select unit.organization_id, unit.state as unit_state, standing.state as agreement_state,
      to_char(standing.valid_until, 'YYYY-MM-DD') as agreement_until
    from ecosystem.ecosystem_unit as unit
    left join lateral (select state, valid_until from runtime.standing
      where organization_id = unit.organization_id and kind = 'AUTHORIZATION_AGREEMENT' for share) as standing on true
    where unit.id = ${unitId}::uuid for share of unit`.execute(tx);
  return found.rows[0] ?? null;
}

/** True when a stop order or a rectification of that organisation has the number. */
export async function hasFollowUp(tx: Tx<any>, number: string, organizationId: string): Promise<boolean> {
  const found = await sql`select from runtime.item where number = ${number}
    and organization_id = ${organizationId}::uuid and noun in ('StopOrder', 'Rectification')`.execute(tx);
  return found.rows.length > 0;
}
