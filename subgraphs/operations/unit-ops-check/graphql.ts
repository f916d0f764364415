import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { CHECK_OUTCOMES } from '../choices-supervision.ts';
import type { UnitOpsCheckRow } from '../tables.ts';
import { unitOpsCheck } from './actions.ts';

/** Checks on how units run what they provide; what they have to mend is `rectifications(filter: { sourceId })`. */
export function addUnitOpsCheck(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const outcome = enumOf(builder, 'CheckOutcome', CHECK_OUTCOMES);
  return addNoun(builder, shared, unitOpsCheck, {
    plural: 'unitOpsChecks',
    organization,
    reads: { title: ['unitName', 'checkedOn'] },
    fields: (t) => ({
      checkedOn: t.field({
        type: 'Date',
        description: '检查日期。',
        resolve: (row: UnitOpsCheckRow) => row.checkedOn,
      }),
      infrastructure: t.field({
        type: outcome,
        description: '基础设施。',
        resolve: (row: UnitOpsCheckRow) => row.infrastructure,
      }),
      operation: t.field({
        type: outcome,
        description: '应用运维。',
        resolve: (row: UnitOpsCheckRow) => row.operation,
      }),
      emergency: t.field({
        type: outcome,
        description: '应急机制。',
        resolve: (row: UnitOpsCheckRow) => row.emergency,
      }),
      note: t.exposeString('note', { description: '检查情况。' }),
      demands: t.exposeString('demands', { nullable: true, description: '整改要求；没有发现问题的为空。' }),
      rectifyBy: t.field({
        type: 'Date',
        nullable: true,
        description: '整改期限。',
        resolve: (row: UnitOpsCheckRow) => row.rectifyBy,
      }),
    }),
  });
}
