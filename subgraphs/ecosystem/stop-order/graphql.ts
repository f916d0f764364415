import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { stopOrder } from './actions.ts';
import { STOP_ORDER_OUTCOMES } from './lifecycle.ts';

/** Adds stop orders; their organization is the unit that has to stop. */
export function addStopOrder(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  ecosystemUnitRef: unknown,
) {
  return addNoun(builder, shared, stopOrder, {
    plural: 'stopOrders',
    organization,
    reads: { title: ['activities'], ecosystemUnit: ['ecosystemUnitId'] },
    fields: (t) => ({
      ecosystemUnit: t.field(
        recordIn(ecosystemUnit, 'ecosystemUnitId', {
          type: ecosystemUnitRef,
          description: '被叫停的生态单位。',
        }),
      ),
      activities: t.exposeStringList('activities', { description: '须停止的活动。' }),
      adverseEffect: t.exposeString('adverseEffect', { description: '造成的不良影响。' }),
      confirmation: t.exposeString('confirmation', { nullable: true, description: '单位所述的停止情况。' }),
      clause: t.exposeString('clause', { nullable: true, description: '处置所依据的协议条款。' }),
      outcome: t.expose('outcome', {
        type: enumOf(builder, 'StopOrderOutcome', STOP_ORDER_OUTCOMES),
        nullable: true,
        description: '处置结果；未处置时为空。',
      }),
    }),
  });
}
