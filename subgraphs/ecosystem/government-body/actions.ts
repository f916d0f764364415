import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { appointHead, foundInstitution } from '../organization/found.ts';
import { setOrganizationStatus } from '../organization/store.ts';
import type { GovernmentBodyRow } from '../tables.ts';
import { governmentBodyLifecycle } from './lifecycle.ts';

/** The register of government bodies. */
export const governmentBody = noun<GovernmentBodyRow>({
  lifecycle: governmentBodyLifecycle,
  table: 'ecosystem.governmentBody',
  numberPrefix: 'ZF',
  searchColumns: ['organizationName', 'regionCode'],
  title: (body) => body.organizationName,
  effects: {
    register: async (given) => {
      const { party, level, regionCode } = given.input;
      const made = await foundInstitution(given, party as PartyKind, regionCode);
      return 'refusal' in made ? made : { columns: { ...made.founded, party, level, regionCode } };
    },
  },
  after: {
    register: (given) => appointHead(given, given.record.party as PartyKind, given.record),
    end: (given) => setOrganizationStatus(given, given.record.organizationId, 'ENDED'),
  },
});
