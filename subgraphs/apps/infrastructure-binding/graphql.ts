import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { app } from '../app/actions.ts';
import { companyInfraResource } from '../company-infra-resource/actions.ts';
import { infrastructureItem } from '../infrastructure-item/actions.ts';
import type { InfrastructureBindingRow } from '../tables.ts';
import { infrastructureBinding } from './actions.ts';

/** What apps run on, in the API. */
export function addInfrastructureBinding(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
  itemType: ReturnType<typeof addNoun>,
  resourceType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, infrastructureBinding, {
    plural: 'infrastructureBindings',
    organization,
    reads: { title: ['appName'], app: ['appId'], item: ['itemId'], resource: ['resourceId'] },
    filters: { appId: { column: 'appId', description: '只要这个应用的。', reference: true } },
    fields: (t) => ({
      app: t.field({
        type: appType,
        nullable: true,
        resolve: (
          row: InfrastructureBindingRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => loaders.record(app, info).load(row.appId),
      }),
      item: t.field({
        type: itemType,
        nullable: true,
        description: '提供方分配的资源项；用自备资源的为空。',
        resolve: (
          row: InfrastructureBindingRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => (row.itemId === null ? null : loaders.record(infrastructureItem, info).load(row.itemId)),
      }),
      resource: t.field({
        type: resourceType,
        nullable: true,
        description: '项目公司自备的资源；用提供方分配的为空。',
        resolve: (
          row: InfrastructureBindingRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) =>
          row.resourceId === null ? null : loaders.record(companyInfraResource, info).load(row.resourceId),
      }),
    }),
  });
}
