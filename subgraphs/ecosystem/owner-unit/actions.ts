import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { appointHead, foundInstitution } from '../organization/found.ts';
import type { SingletonFacts } from '../organization/institution.ts';
import { setOrganizationStatus } from '../organization/store.ts';
import type { OwnerUnitRow } from '../tables.ts';
import { ownerUnitLifecycle } from './lifecycle.ts';

/** The register of owner units with their concessions. */
export const ownerUnit = noun<OwnerUnitRow, SingletonFacts>({
  lifecycle: ownerUnitLifecycle,
  table: 'ecosystem.ownerUnit',
  numberPrefix: 'YZ',
  searchColumns: ['organizationName', 'concessionNumber'],
  title: (owner) => owner.organizationName,
  facts: async (db, owners) => {
    const holder = await singletonOf(db, 'OWNER_UNIT');
    return owners.map(() => ({ holder: holder?.name ?? null }));
  },
  effects: {
    register: async (given) => {
      const made = await foundInstitution(given, 'OWNER_UNIT', null);
      if ('refusal' in made) return made;
      const { concessionNumber, concessionScopes, grantedOn, validUntil } = given.input;
      return { columns: { ...made.founded, concessionNumber, concessionScopes, grantedOn, validUntil } };
    },
  },
  after: {
    register: (given) => appointHead(given, 'OWNER_UNIT', given.record),
    end: (given) => setOrganizationStatus(given, given.record.organizationId, 'ENDED'),
  },
});
