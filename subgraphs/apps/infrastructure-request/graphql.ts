import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { systemPlatform } from '../system-platform/actions.ts';
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
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
          description: '为哪个公共服务应用；为系统平台申请的，或访问者无权查看时为空。',
        }),
      ),
      platform: t.field(
        recordIn(systemPlatform, 'platformId', {
          type: platformType,
          description: '为哪个系统平台；为应用申请的为空。',
        }),
      ),
    }),
  });
}
