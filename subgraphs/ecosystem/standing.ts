import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { publishStanding } from '@zgt/runtime/organizations.ts';
import type { AuthorizationAgreementRow, EcosystemUnitRow, GovernmentBodyRow } from './tables.ts';

/** The scope that an agreement in force opens to its unit; apps and operations judge by it too. */
export interface AgreementScope extends Record<string, unknown> {
  agreementNumber: string;
  workScopes: string[];
  activities: string[];
  capabilityCodes: string[];
  /** The clauses that it contains, by their codes. */
  clauses: string[];
  /** Null when apps of every industry may be provided. */
  industryCategories: string[] | null;
}

/** Publishes what a unit may do at all (article 7). */
export function publishUnit(given: Given<EcosystemUnitRow>): void {
  const { organizationId, state } = given.record;
  publishStanding(given, organizationId, 'ECOSYSTEM_UNIT', { state, scope: {}, validUntil: null });
}

/** Publishes of which level and line a government body is: a region's department follows its line everywhere (article 16). */
export function publishBody(given: Given<GovernmentBodyRow>): void {
  const { organizationId, state, level, verticalSystem } = given.record;
  const standing = { state, scope: { level, verticalSystem }, validUntil: null };
  publishStanding(given, organizationId, 'GOVERNMENT_BODY', standing);
}

/** Publishes within which agreement a unit works (articles 35 and 38). */
export function publishAgreement(given: Given<AuthorizationAgreementRow>): void {
  const agreement = given.record;
  const scope: AgreementScope = {
    agreementNumber: agreement.number,
    workScopes: agreement.workScopes,
    activities: agreement.activities,
    capabilityCodes: agreement.capabilityCodes,
    clauses: agreement.clauses,
    industryCategories: agreement.industryCategories,
  };
  const standing = { state: agreement.state, scope, validUntil: agreement.validUntil };
  publishStanding(given, agreement.organizationId, 'AUTHORIZATION_AGREEMENT', standing);
}
