import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { infrastructureBinding } from '../infrastructure-binding/actions.ts';
import type { CompanyInfraResourceRow } from '../tables.ts';
import { companyInfraResourceLifecycle } from './lifecycle.ts';

/** The register of the company's own infrastructure. */
export const companyInfraResource = noun<CompanyInfraResourceRow>({
  lifecycle: companyInfraResourceLifecycle,
  table: 'apps.companyInfraResource',
  numberPrefix: 'ZB',
  searchColumns: ['name'],
  title: ({ name }) => name,
  after: {
    retire: ({ record: { id }, alsoEach }) =>
      alsoEach(infrastructureBinding, { resourceId: id }, ['BOUND'], 'lapse'),
  },
});
