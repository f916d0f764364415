import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { GOVERNMENT_LEVELS, GOVERNMENT_PARTIES, INDUSTRY_CATEGORIES } from '../choices.ts';
import type { addServiceProvider } from '../service-provider/graphql.ts';
import type { GovernmentBodyRow } from '../tables.ts';
import { governmentBody } from './actions.ts';

/** 政府单位 in the API. */
export function addGovernmentBody(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  serviceProvider: ReturnType<typeof addServiceProvider>,
) {
  return addNoun(builder, shared, governmentBody, {
    plural: 'governmentBodies',
    organization,
    interfaces: [serviceProvider],
    reads: { provides: [], title: ['organizationName'] },
    fields: (t) => ({
      organizationName: t.string({ resolve: (body: GovernmentBodyRow) => body.organizationName }),
      party: t.field({
        type: enumOf(builder, 'GovernmentParty', GOVERNMENT_PARTIES),
        resolve: (body: GovernmentBodyRow) => body.party,
      }),
      level: t.field({
        type: enumOf(builder, 'GovernmentLevel', GOVERNMENT_LEVELS),
        resolve: (body: GovernmentBodyRow) => body.level,
      }),
      verticalSystem: t.field({
        type: enumOf(builder, 'IndustryCategory', INDUSTRY_CATEGORIES),
        nullable: true,
        description: '主管条线；自治区级部门据此查看各地的服务事项，综合部门为空（第十六条）。',
        resolve: (body: GovernmentBodyRow) => body.verticalSystem,
      }),
      regionCode: t.string({ resolve: (body: GovernmentBodyRow) => body.regionCode }),
    }),
  });
}
