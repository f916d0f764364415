import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { INFRASTRUCTURE_KINDS } from '../choices.ts';
import type { CompanyInfraResourceRow } from '../tables.ts';
import { companyInfraResource } from './actions.ts';

/** The company's own infrastructure in the API. */
export function addCompanyInfraResource(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, companyInfraResource, {
    plural: 'companyInfraResources',
    organization,
    reads: { title: ['name'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'InfrastructureKind', INFRASTRUCTURE_KINDS),
        resolve: (row: CompanyInfraResourceRow) => row.kind,
      }),
      name: t.exposeString('name'),
      specification: t.exposeString('specification', { description: '规格。' }),
      quantity: t.exposeInt('quantity'),
      location: t.exposeString('location', { description: '机房、云区。' }),
    }),
  });
}
