import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import type { OrganizationRow } from '@zgt/runtime/graphql/loaders.ts';
import { enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { governmentBody } from '../government-body/actions.ts';
import { PROVISION_KINDS, provisionOf } from './provision.ts';

/** In which register the organisations of a party are kept that provide services. */
const REGISTER_OF: Readonly<Record<string, Noun>> = {
  ECOSYSTEM_UNIT: ecosystemUnit,
  GOVERNMENT_DEPARTMENT: governmentBody,
  MUNICIPALITY: governmentBody,
  COUNTY: governmentBody,
};

/** 服务提供方: what government bodies and ecosystem units have in common, and how one gets from an organisation to it. */
export function addServiceProvider(builder: Builder, organization: NounOptions['organization']) {
  const provider = builder.interfaceRef<Row & { __typename?: string }>('ServiceProvider');
  provider.implement({
    description:
      '服务提供方：政府部门、设区市、县（市、区）和获批的生态单位，提供数据、能力、应用、政策等。依据：第十一条。',
    resolveType: ({ __typename }) => __typename,
    fields: (t) => ({
      id: t.id({ resolve: ({ id }) => id }),
      number: t.string({ description: '登记编号。', resolve: ({ number }) => number }),
      organization: t.field({
        type: organization.type,
        description: '提供服务的单位。',
        resolve: (row: Row, _: unknown, context) => organization.resolve(row, context) as never,
      }),
      provides: t.field({
        type: [enumOf(builder, 'ProvisionKind', PROVISION_KINDS)],
        description: '现在可以提供什么；没有获批的、暂停的和已经退出的为空。',
        resolve: async (row: Row, _: unknown, { loaders }, { parentType }) =>
          provisionOf(parentType.name, row, await loaders.parameters()) as never,
      }),
    }),
  });
  builder.objectField(organization.type, 'serviceProvider', (t) =>
    t.field({
      type: provider,
      nullable: true,
      ...basis([11], '这个单位作为服务提供方；不是服务提供方、或访问者无权查看它的登记的，为空。'),
      resolve: async (row, _, { loaders }) => {
        const { id: organizationId, party } = row as OrganizationRow;
        const noun = REGISTER_OF[party];
        if (!noun) return null;
        const { rows } = await loaders
          .pageOf(noun)
          .load({ organizationId, first: 1, after: null, wanted: null });
        return rows[0] ? { ...rows[0], __typename: noun.lifecycle.noun } : null;
      },
    }),
  );
  return provider;
}
