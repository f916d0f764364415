import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { DELIVERY_FORMS, DEMAND_KINDS } from '../choices.ts';
import { resourceDemandBatch } from '../resource-demand-batch/actions.ts';
import type { ResourceDemandRow } from '../tables.ts';
import { resourceDemand } from './actions.ts';

/** Units' demands for resources in the API. */
export function addResourceDemand(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
  batchType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, resourceDemand, {
    plural: 'resourceDemands',
    organization,
    reads: { title: ['purpose'], app: ['appId'], batch: ['batchId'] },
    filters: { batchId: { column: 'batchId', description: '只要这个批次的。', reference: true } },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'ResourceDemandKind', DEMAND_KINDS),
        resolve: (row: ResourceDemandRow) => row.kind,
      }),
      purpose: t.exposeString('purpose', { description: '要什么、做什么用。' }),
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
          description: '用在哪个应用；没有注明或访问者无权查看时为空。',
        }),
      ),
      expectedSupplier: t.exposeString('expectedSupplier', {
        nullable: true,
        description: '提出时以为资源在哪个单位。',
      }),
      batch: t.field(
        recordIn(resourceDemandBatch, 'batchId', {
          type: batchType,
          description: '所在的需求批次；还没有归集或访问者无权查看时为空。',
        }),
      ),
      supplier: t.exposeString('supplier', { nullable: true, description: '提供单位；对接之后才有。' }),
      supplyReference: t.exposeString('supplyReference', { nullable: true, description: '提供凭据。' }),
      deliveryForm: t.field({
        type: enumOf(builder, 'DeliveryForm', DELIVERY_FORMS),
        nullable: true,
        description: '交付形式；转供之后才有。',
        resolve: (row: ResourceDemandRow) => row.deliveryForm,
      }),
    }),
  });
}
