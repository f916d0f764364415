import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { app } from '../app/actions.ts';
import { capability } from '../capability/actions.ts';
import { ENVIRONMENTS } from '../choices.ts';
import type { CapabilityRequestRow } from '../tables.ts';
import { capabilityRequest } from './actions.ts';

/** Requests for capabilities in the API; the hash of a secret has no field. */
export function addCapabilityRequest(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  capabilityType: ReturnType<typeof addNoun>,
  appType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, capabilityRequest, {
    plural: 'capabilityRequests',
    organization,
    reads: { title: ['capabilityCode', 'environment'], capability: ['capabilityId'], app: ['appId'] },
    fields: (t) => ({
      capability: t.field({
        type: capabilityType,
        nullable: true,
        description: '所申请的能力；已撤下而访问者无权查看时为空。',
        resolve: (
          row: CapabilityRequestRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => loaders.record(capability, info).load(row.capabilityId),
      }),
      app: t.field({
        type: appType,
        nullable: true,
        description: '用在哪个应用；没有注明或访问者无权查看时为空。',
        resolve: (
          row: CapabilityRequestRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => (row.appId === null ? null : loaders.record(app, info).load(row.appId)),
      }),
      requestedFields: t.stringList({
        description: '要返回的个人信息字段。',
        resolve: (row: CapabilityRequestRow) => row.requestedFields ?? [],
      }),
      capabilityCode: t.exposeString('capabilityCode'),
      environment: t.field({
        type: enumOf(builder, 'CapabilityEnvironment', ENVIRONMENTS),
        resolve: (row: CapabilityRequestRow) => row.environment,
      }),
      purpose: t.exposeString('purpose'),
      dailyVolume: t.exposeInt('dailyVolume', { description: '预计日调用量。' }),
      dailyQuota: t.exposeInt('dailyQuota', { nullable: true, description: '凭证的每日限额；开通后才有。' }),
      secretPrefix: t.exposeString('secretPrefix', {
        nullable: true,
        description: '密钥开头几位，用来辨认。',
      }),
      validUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '凭证可用的最后一天，不晚于协议截止日。',
        resolve: (row: CapabilityRequestRow) => row.validUntil,
      }),
    }),
  });
}
