import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import { appointHead, foundInstitution } from '../organization/found.ts';
import type { SingletonFacts } from '../organization/institution.ts';
import { setOrganizationStatus } from '../organization/store.ts';
import type { ProjectCompanyRow } from '../tables.ts';
import { projectCompanyLifecycle } from './lifecycle.ts';

/** The register of project companies with their shareholders. */
export const projectCompany = noun<ProjectCompanyRow, SingletonFacts>({
  lifecycle: projectCompanyLifecycle,
  table: 'ecosystem.projectCompany',
  numberPrefix: 'GS',
  searchColumns: ['organizationName'],
  title: (company) => company.organizationName,
  facts: async (db, companies) => {
    const holder = await singletonOf(db, 'PROJECT_COMPANY');
    return companies.map(() => ({ holder: holder?.name ?? null }));
  },
  effects: {
    register: async (given) => {
      const made = await foundInstitution(given, 'PROJECT_COMPANY', null);
      return 'refusal' in made
        ? made
        : { columns: { ...made.founded, shareholders: given.input.shareholders } };
    },
  },
  after: {
    register: (given) => appointHead(given, 'PROJECT_COMPANY', given.record),
    end: (given) => setOrganizationStatus(given, given.record.organizationId, 'ENDED'),
  },
});
