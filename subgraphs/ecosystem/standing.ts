import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { publishStanding, readStandings, type Standing } from '@zgt/runtime/organizations.ts';
import type { AuthorizationAgreementRow } from './tables.ts';

/** The scope that an agreement in force opens to its unit; apps and operations judge by it too. */
export interface AgreementScope extends Record<string, unknown> {
  agreementNumber: string;
  workScopes: string[];
  activities: string[];
  capabilityCodes: string[];
}

/** Publishes what a unit may do at all (article 7). */
export function publishUnit(tx: Tx, organizationId: string, state: string, now: Date): Promise<void> {
  return publishStanding(tx, organizationId, 'ECOSYSTEM_UNIT', { state, scope: {}, validUntil: null }, now);
}

/** Publishes within which agreement a unit works (articles 35 and 38). */
export function publishAgreement(tx: Tx, agreement: AuthorizationAgreementRow, now: Date): Promise<void> {
  const scope: AgreementScope = {
    agreementNumber: agreement.number,
    workScopes: agreement.workScopes,
    activities: agreement.activities,
    capabilityCodes: agreement.capabilityCodes,
  };
  const standing = { state: agreement.state, scope, validUntil: agreement.validUntil };
  return publishStanding(tx, agreement.organizationId, 'AUTHORIZATION_AGREEMENT', standing, now);
}

/** The agreements of organisations, as far as they were ever signed. */
export function readAgreements(
  db: Db | Tx,
  organizationIds: readonly string[],
): Promise<Map<string, Standing<AgreementScope>>> {
  return readStandings<AgreementScope>(db, 'AUTHORIZATION_AGREEMENT', organizationIds);
}
