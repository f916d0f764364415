import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { readSurroundings } from '../app/store.ts';
import type { CapabilityRequestFacts } from './lifecycle.ts';

/** Whose request it is, what it asks for and for which app; null where that is not known yet. */
export interface RequestSubject {
  organizationId: string | null;
  capabilityId: string | null;
  appId: string | null;
}

const known = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);

/** Reads what the guards judge by, for many requests at once. */
export async function requestFacts(
  db: Db | Tx,
  subjects: readonly RequestSubject[],
): Promise<CapabilityRequestFacts[]> {
  const surroundings = await readSurroundings(db, {
    organizationIds: known(subjects.map(({ organizationId }) => organizationId)),
    appIds: known(subjects.map(({ appId }) => appId)),
    capabilityIds: known(subjects.map(({ capabilityId }) => capabilityId)),
  });
  return subjects.map(({ organizationId, capabilityId, appId }) => ({
    provider: surroundings.provider(organizationId),
    app: surroundings.app(appId),
    capability: surroundings.capability(capabilityId),
  }));
}
