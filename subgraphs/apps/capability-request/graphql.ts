import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
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
    reads: {
      title: ['capabilityCode', 'environment'],
      capability: ['capabilityId'],
      app: ['appId'],
      clientId: ['number'],
    },
    filters: {
      appId: { column: 'appId', description: '只要注明这个应用的。', reference: true },
      capabilityId: { column: 'capabilityId', description: '只要申请这项能力的。', reference: true },
    },
    fields: (t) => ({
      capability: t.field(
        recordIn(capability, 'capabilityId', {
          type: capabilityType,
          description: '所申请的能力；已撤下而访问者无权查看时为空。',
        }),
      ),
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
          description: '用在哪个应用；没有注明或访问者无权查看时为空。',
        }),
      ),
      capabilityCode: t.exposeString('capabilityCode'),
      environment: t.field({
        type: enumOf(builder, 'CapabilityEnvironment', ENVIRONMENTS),
        resolve: (row: CapabilityRequestRow) => row.environment,
      }),
      purpose: t.exposeString('purpose'),
      fieldPurposes: t.stringList({
        description: '所需字段和各自的用途，写作“字段：用途”。凭证只能取得这些字段（第七十一条）。',
        resolve: ({ fieldPurposes }: CapabilityRequestRow) => fieldPurposes ?? [],
      }),
      clientId: t.string({
        description: '凭证的客户端编号，与申请编号相同，可以公开。',
        resolve: ({ number }: CapabilityRequestRow) => number,
      }),
      dailyVolume: t.exposeInt('dailyVolume', { description: '预计日调用量。' }),
      dailyQuota: t.exposeInt('dailyQuota', { nullable: true, description: '凭证的每日限额；开通后才有。' }),
      secretPrefix: t.exposeString('secretPrefix', {
        nullable: true,
        description: '密钥开头几位，用来辨认。',
      }),
      previousValidUntil: t.expose('previousValidUntil' as never, {
        type: 'DateTime',
        nullable: true,
        description: '换发之前的密钥可用到的时刻；没有换发过或旧密钥已立即停用为空。',
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
