import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { INFRASTRUCTURE_KINDS } from '../choices.ts';
import { infrastructureRequest } from '../infrastructure-request/actions.ts';
import type { InfrastructureItemRow } from '../tables.ts';
import { infrastructureItem } from './actions.ts';

/** Items of requests for infrastructure in the API. */
export function addInfrastructureItem(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  requestType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, infrastructureItem, {
    plural: 'infrastructureItems',
    organization,
    reads: { title: ['specification', 'quantity'], request: ['requestId'] },
    filters: {
      requestId: { column: 'requestId', description: '只要这个资源申请的。', reference: true },
    },
    fields: (t) => ({
      request: t.field(
        recordIn(infrastructureRequest, 'requestId', {
          type: requestType,
          description: '所在的资源申请。',
        }),
      ),
      requestNumber: t.exposeString('requestNumber', { description: '所在的资源申请的编号。' }),
      kind: t.field({
        type: enumOf(builder, 'InfrastructureKind', INFRASTRUCTURE_KINDS),
        resolve: (row: InfrastructureItemRow) => row.kind,
      }),
      specification: t.exposeString('specification', { description: '规格。' }),
      quantity: t.exposeInt('quantity', { description: '申请的数量。' }),
      neededFrom: t.field({
        type: 'Date',
        description: '需用日期，最迟在这一天足量分配。',
        resolve: (row: InfrastructureItemRow) => row.neededFrom,
      }),
      neededUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '用到哪一天；长期的为空。',
        resolve: (row: InfrastructureItemRow) => row.neededUntil,
      }),
      allocatedQuantity: t.exposeInt('allocatedQuantity', { description: '已分配的数量。' }),
      allocationReferences: t.stringList({
        description: '各次分配的资源标识。',
        resolve: (row: InfrastructureItemRow) => row.allocationReferences ?? [],
      }),
    }),
  });
}
