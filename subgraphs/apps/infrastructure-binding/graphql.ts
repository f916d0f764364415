import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { companyInfraResource } from '../company-infra-resource/actions.ts';
import { infrastructureItem } from '../infrastructure-item/actions.ts';
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
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
        }),
      ),
      item: t.field(
        recordIn(infrastructureItem, 'itemId', {
          type: itemType,
          description: '提供方分配的资源项；用自备资源的为空。',
        }),
      ),
      resource: t.field(
        recordIn(companyInfraResource, 'resourceId', {
          type: resourceType,
          description: '项目公司自备的资源；用提供方分配的为空。',
        }),
      ),
    }),
  });
}
