import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { SAFETY_CHECK_ITEMS, SAFETY_CHECK_KINDS } from '../choices-safety.ts';
import type { SafetyCheckRow } from '../tables-safety.ts';
import { safetyCheck } from './actions.ts';

/** Safety checks and technical reviews in the API. */
export function addSafetyCheck(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, safetyCheck, {
    plural: 'safetyChecks',
    organization,
    reads: { title: ['kind', 'periodKey'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种的。',
        enumName: 'SafetyCheckKind',
        options: SAFETY_CHECK_KINDS,
      },
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'SafetyCheckKind', SAFETY_CHECK_KINDS),
        description: '种类。',
        resolve: (row: SafetyCheckRow) => row.kind,
      }),
      periodKey: t.exposeString('periodKey', { description: '所属期间。' }),
      periodStart: t.field({
        type: 'Date',
        description: '期间的第一天。',
        resolve: (row: SafetyCheckRow) => row.periodStart,
      }),
      periodEnd: t.field({
        type: 'Date',
        description: '期间的最后一天。',
        resolve: (row: SafetyCheckRow) => row.periodEnd,
      }),
      checkedItems: t.field({
        type: [enumOf(builder, 'SafetyCheckItem', SAFETY_CHECK_ITEMS)],
        nullable: true,
        description: '检查的内容。',
        resolve: (row: SafetyCheckRow) => row.checkedItems,
      }),
      abnormalItems: t.field({
        type: [enumOf(builder, 'SafetyCheckItem', SAFETY_CHECK_ITEMS)],
        nullable: true,
        description: '发现问题的内容。',
        resolve: (row: SafetyCheckRow) => row.abnormalItems,
      }),
      summary: t.exposeString('summary', { nullable: true, description: '检查情况。' }),
      followUp: t.exposeString('followUp', { nullable: true, description: '后续处理。' }),
    }),
  });
}
