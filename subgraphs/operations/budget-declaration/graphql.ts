import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { budgetDeclaration } from './actions.ts';

/** Declarations about budgets in the API. */
export function addBudgetDeclaration(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, budgetDeclaration, {
    plural: 'budgetDeclarations',
    organization,
    reads: { title: ['year'] },
    fields: (t) => ({
      year: t.exposeInt('year', { description: '哪一年度的预算。' }),
      isIncluded: t.exposeBoolean('isIncluded', {
        nullable: true,
        description: '是否已列入；没有填报的为空。',
      }),
      amount: t.exposeInt('amount', { nullable: true, description: '金额，万元。' }),
      note: t.exposeString('note', { nullable: true, description: '说明。' }),
    }),
  });
}
