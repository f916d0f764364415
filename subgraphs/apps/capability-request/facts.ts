import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import type { CapabilityRequestFacts } from './lifecycle.ts';
import { capabilitiesById } from './store.ts';

/** The part of an agreement's published scope that bears on capabilities. */
interface AgreementScope {
  capabilityCodes: string[];
}

/** Whose request it is and what it asks for; null where that is not known yet. */
export interface RequestSubject {
  organizationId: string | null;
  capabilityId: string | null;
}

/** Reads what the guards judge by, for many requests at once. */
export async function requestFacts(
  db: Db | Tx,
  subjects: readonly RequestSubject[],
): Promise<CapabilityRequestFacts[]> {
  const organizations = subjects.flatMap(({ organizationId }) => (organizationId ? [organizationId] : []));
  const wanted = subjects.flatMap(({ capabilityId }) => (capabilityId ? [capabilityId] : []));
  const units = await readStandings(db, 'ECOSYSTEM_UNIT', organizations);
  const agreements = await readStandings<AgreementScope>(db, 'AUTHORIZATION_AGREEMENT', organizations);
  const capabilities = await capabilitiesById(db, wanted);
  return subjects.map(({ organizationId, capabilityId }) => {
    const agreement = agreements.get(organizationId ?? '');
    return {
      unitState: units.get(organizationId ?? '')?.state ?? null,
      agreement: agreement
        ? {
            state: agreement.state,
            capabilityCodes: agreement.scope.capabilityCodes,
            validUntil: agreement.validUntil!,
          }
        : null,
      capability: capabilities.get(capabilityId ?? '') ?? null,
    };
  });
}
