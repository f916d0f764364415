import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import type { CapabilityRequestFacts } from './lifecycle.ts';
import { readSurroundings } from './store.ts';

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
  const { standings, capabilities } = await readSurroundings(db, organizations, wanted);
  const standingOf = (organizationId: string | null, kind: string) =>
    standings.find((standing) => standing.organizationId === organizationId && standing.kind === kind);
  return subjects.map(({ organizationId, capabilityId }) => {
    const agreement = standingOf(organizationId, 'AUTHORIZATION_AGREEMENT');
    return {
      unitState: standingOf(organizationId, 'ECOSYSTEM_UNIT')?.state ?? null,
      agreement: agreement
        ? {
            state: agreement.state,
            capabilityCodes: agreement.scope.capabilityCodes,
            validUntil: agreement.validUntil!,
          }
        : null,
      capability: capabilities.find(({ id }) => id === capabilityId) ?? null,
    };
  });
}
