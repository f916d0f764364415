import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import { appointHead, foundInstitution } from '../organization/found.ts';
import { setOrganizationStatus } from '../organization/store.ts';
import { publishBody } from '../standing.ts';
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
      const { party, level, regionCode, verticalSystem } = given.input;
      const made = await foundInstitution(given, party as PartyKind, regionCode);
      return 'refusal' in made
        ? made
        : { columns: { ...made.founded, party, level, regionCode, verticalSystem } };
    },
  },
  after: {
    register: (given) => {
      publishBody(given);
      return appointHead(given, given.record.party as PartyKind, given.record);
    },
    assignLine: publishBody,
    end: (given) => {
      publishBody(given);
      setOrganizationStatus(given, given.record.organizationId, 'ENDED');
    },
  },
});
