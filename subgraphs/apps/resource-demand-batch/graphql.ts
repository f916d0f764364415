import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { resourceDemandBatch } from './actions.ts';

/** Batches of demands in the API; what they hold is listed by `resourceDemands(filter: { batchId })`. */
export function addResourceDemandBatch(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, resourceDemandBatch, {
    plural: 'resourceDemandBatches',
    organization,
    reads: { title: ['name'] },
    fields: (t) => ({
      name: t.exposeString('name'),
      summary: t.exposeString('summary', { description: '归集说明。' }),
    }),
  });
}
