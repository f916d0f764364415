import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { app } from '../app/actions.ts';
import { systemPlatform } from '../system-platform/actions.ts';
import type { InfrastructureRequestRow } from '../tables.ts';
import { infrastructureRequest } from './actions.ts';

/** Requests for infrastructure in the API; their items are listed by `infrastructureItems(filter: { requestId })`. */
export function addInfrastructureRequest(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
  platformType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, infrastructureRequest, {
    plural: 'infrastructureRequests',
    organization,
    reads: { title: ['publicServiceNeed'], app: ['appId'], platform: ['platformId'] },
    fields: (t) => ({
      publicServiceNeed: t.exposeString('publicServiceNeed', { description: '公共服务的需要。' }),
      app: t.field({
        type: appType,
        nullable: true,
        description: '为哪个公共服务应用；为系统平台申请的，或访问者无权查看时为空。',
        resolve: (
          row: InfrastructureRequestRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => (row.appId === null ? null : loaders.record(app, info).load(row.appId)),
      }),
      platform: t.field({
        type: platformType,
        nullable: true,
        description: '为哪个系统平台；为应用申请的为空。',
        resolve: (
          row: InfrastructureRequestRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => (row.platformId === null ? null : loaders.record(systemPlatform, info).load(row.platformId)),
      }),
    }),
  });
}
