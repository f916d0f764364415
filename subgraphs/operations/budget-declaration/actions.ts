import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { BudgetDeclarationRow } from '../tables-coordination.ts';
import { budgetDeclarationLifecycle } from './lifecycle.ts';

/** The register of declarations; each belongs to the body, one a year. */
export const budgetDeclaration = noun<BudgetDeclarationRow>({
  lifecycle: budgetDeclarationLifecycle,
  table: 'operations.budgetDeclaration',
  numberPrefix: 'YS',
  title: ({ year }) => `${year} 年经费预算情况`,
});
