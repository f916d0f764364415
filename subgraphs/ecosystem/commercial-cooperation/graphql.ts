import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { COOPERATION_CHECKS, COOPERATION_KINDS, RESTRICTIVE_TERMS } from '../choices.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import type { CommercialCooperationRow } from '../tables.ts';
import { commercialCooperation } from './actions.ts';

/** Commercial cooperations in the API; their organization is the unit that cooperates. */
export function addCommercialCooperation(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  ecosystemUnitRef: unknown,
) {
  return addNoun(builder, shared, commercialCooperation, {
    plural: 'commercialCooperations',
    organization,
    reads: { title: ['name'], ecosystemUnit: ['ecosystemUnitId'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'CooperationKind',
        options: COOPERATION_KINDS,
      },
    },
    fields: (t) => ({
      ecosystemUnit: t.field(
        recordIn(ecosystemUnit, 'ecosystemUnitId', {
          type: ecosystemUnitRef,
          description: '合作的生态单位。',
        }),
      ),
      name: t.exposeString('name'),
      kind: t.field({
        type: enumOf(builder, 'CooperationKind', COOPERATION_KINDS),
        resolve: (row: CommercialCooperationRow) => row.kind,
      }),
      content: t.exposeString('content', { description: '合作内容。' }),
      restrictiveTerms: t.field({
        type: [enumOf(builder, 'RestrictiveTerm', RESTRICTIVE_TERMS)],
        description: '经法律审查保留的限制性条款；通常为空。',
        resolve: (row: CommercialCooperationRow) => row.restrictiveTerms,
      }),
      validFrom: t.field({ type: 'Date', resolve: (row: CommercialCooperationRow) => row.validFrom }),
      validUntil: t.field({ type: 'Date', resolve: (row: CommercialCooperationRow) => row.validUntil }),
      checkResult: t.field({
        type: enumOf(builder, 'CooperationCheck', COOPERATION_CHECKS),
        nullable: true,
        description: '最近一次经营检查的结果；历次检查见时间线。',
        resolve: (row: CommercialCooperationRow) => row.checkResult,
      }),
      checkNote: t.exposeString('checkNote', { nullable: true, description: '最近一次检查的情况。' }),
      checkedOn: t.field({
        type: 'Date',
        nullable: true,
        description: '最近一次检查的日期。',
        resolve: (row: CommercialCooperationRow) => row.checkedOn,
      }),
      followUpNumber: t.exposeString('followUpNumber', {
        nullable: true,
        description: '最近一次检查的后续事项编号。',
      }),
      incomePeriod: t.exposeString('incomePeriod', {
        nullable: true,
        description: '最近登记的收入所属的季度。',
      }),
      income: t.exposeInt('income', { nullable: true, description: '最近登记的收入，单位元。' }),
    }),
  });
}
