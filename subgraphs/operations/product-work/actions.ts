import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { PRODUCT_WORK_KINDS } from '../choices-coordination.ts';
import type { ProductWorkRow } from '../tables-coordination.ts';
import { productWorkLifecycle } from './lifecycle.ts';

/** The register of work on products; each belongs to the project company. */
export const productWork = noun<ProductWorkRow>({
  lifecycle: productWorkLifecycle,
  table: 'operations.productWork',
  numberPrefix: 'CP',
  searchColumns: ['periodKey'],
  title: ({ kind, periodKey }) => `${PRODUCT_WORK_KINDS[kind]} ${periodKey}`,
});
