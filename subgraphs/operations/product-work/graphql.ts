import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { PRODUCT_WORK_KINDS } from '../choices-coordination.ts';
import type { ProductWorkRow } from '../tables-coordination.ts';
import { productWork } from './actions.ts';

/** Work on products in the API. */
export function addProductWork(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, productWork, {
    plural: 'productWorks',
    organization,
    reads: { title: ['kind', 'periodKey'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'ProductWorkKind', PRODUCT_WORK_KINDS),
        resolve: (row: ProductWorkRow) => row.kind,
      }),
      periodKey: t.exposeString('periodKey', { description: '所属期间，例如 2026Q4。' }),
      periodEnd: t.field({
        type: 'Date',
        description: '期间的最后一天，也是应完成的最后一天。',
        resolve: (row: ProductWorkRow) => row.periodEnd,
      }),
      report: t.exposeString('report', { nullable: true, description: '分析或推广情况。' }),
      products: t.exposeStringList('products', { nullable: true, description: '研究或推广的产品。' }),
      proposals: t.exposeStringList('proposals', { nullable: true, description: '建议引入的产品。' }),
      channels: t.exposeStringList('channels', { nullable: true, description: '推广的渠道。' }),
      reach: t.exposeInt('reach', { nullable: true, description: '触达人次。' }),
    }),
  });
}
