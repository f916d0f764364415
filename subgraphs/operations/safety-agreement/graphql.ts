import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { SafetyAgreementRow } from '../tables-safety.ts';
import { safetyAgreement } from './actions.ts';

/** Safety agreements in the API. */
export function addSafetyAgreement(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, safetyAgreement, {
    plural: 'safetyAgreements',
    organization,
    reads: { title: ['signedOn', 'validUntil'] },
    fields: (t) => ({
      signedOn: t.field({
        type: 'Date',
        description: '签署日期。',
        resolve: (row: SafetyAgreementRow) => row.signedOn,
      }),
      validUntil: t.field({
        type: 'Date',
        description: '有效期至。',
        resolve: (row: SafetyAgreementRow) => row.validUntil,
      }),
      requirementReference: t.exposeString('requirementReference', { description: '网信部门要求的文号。' }),
      clauses: t.exposeStringList('clauses', { description: '条款和检查办法。' }),
      checkedClause: t.exposeString('checkedClause', { nullable: true, description: '最近检查的条款。' }),
      checkFinding: t.exposeString('checkFinding', { nullable: true, description: '检查情况。' }),
      checkedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '检查于。',
        resolve: (row: SafetyAgreementRow) => row.checkedAt,
      }),
    }),
  });
}
