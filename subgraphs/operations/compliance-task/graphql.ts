import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { COMPLIANCE_KINDS, CRYPTO_CONCLUSIONS } from '../choices-safety.ts';
import type { ComplianceTaskRow } from '../tables-safety.ts';
import { complianceTask } from './actions.ts';

/** What platforms have to pass in the API. */
export function addComplianceTask(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, complianceTask, {
    plural: 'complianceTasks',
    organization,
    reads: { title: ['platformName', 'kind'], kindLabel: ['kind'] },
    filters: {
      platformId: { column: 'platformId', description: '只要这个系统平台的。', reference: true },
      kind: {
        column: 'kind',
        description: '只要这一种的。',
        enumName: 'ComplianceKind',
        options: COMPLIANCE_KINDS,
      },
    },
    fields: (t) => ({
      platformId: t.exposeID('platformId', { description: '系统平台的 id。' }),
      platformName: t.exposeString('platformName', { description: '系统平台的名称和版本。' }),
      kind: t.field({
        type: enumOf(builder, 'ComplianceKind', COMPLIANCE_KINDS),
        description: '要通过的测评。',
        resolve: (row: ComplianceTaskRow) => row.kind,
      }),
      kindLabel: t.string({ resolve: (row: ComplianceTaskRow) => COMPLIANCE_KINDS[row.kind] }),
      liveOn: t.field({
        type: 'Date',
        description: '平台上线的日期。',
        resolve: (row: ComplianceTaskRow) => row.liveOn,
      }),
      dueOn: t.field({
        type: 'Date',
        description: '最后一天（含）；之后为逾期。',
        resolve: (row: ComplianceTaskRow) => row.dueOn,
      }),
      agency: t.exposeString('agency', {
        nullable: true,
        description: '评估机构；没有完成的和等级保护的为空。',
      }),
      assessedOn: t.field({
        type: 'Date',
        nullable: true,
        description: '评估日期；没有完成的和等级保护的为空。',
        resolve: (row: ComplianceTaskRow) => row.assessedOn,
      }),
      conclusion: t.field({
        type: enumOf(builder, 'CryptoConclusion', CRYPTO_CONCLUSIONS),
        nullable: true,
        description: '密码应用安全性评估的结论；没有完成的和等级保护的为空。',
        resolve: (row: ComplianceTaskRow) => row.conclusion,
      }),
      fulfilledBy: t.exposeString('fulfilledBy', {
        nullable: true,
        description: '由哪一条等级保护测评完成，写它的编号；没有完成的和密评的为空。',
      }),
    }),
  });
}
