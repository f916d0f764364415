import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { FAIRNESS_FINDINGS } from '../choices-conduct.ts';
import type { FairnessComplaintRow } from '../tables-conduct.ts';
import { fairnessComplaint } from './actions.ts';

/** Complaints over fairness in the API. */
export function addFairnessComplaint(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, fairnessComplaint, {
    plural: 'fairnessComplaints',
    organization,
    reads: { title: ['decisionNumber', 'decisionTitle'] },
    fields: (t) => ({
      decisionNumber: t.exposeString('decisionNumber', { description: '被决定的申请的编号。' }),
      decisionTitle: t.exposeString('decisionTitle', { description: '被决定的申请，投诉时的标题。' }),
      statement: t.exposeString('statement', { description: '单位认为不公平的理由。' }),
      explanation: t.exposeString('explanation', { nullable: true, description: '项目公司的说明。' }),
      finding: t.field({
        type: enumOf(builder, 'FairnessFinding', FAIRNESS_FINDINGS),
        nullable: true,
        description: '管理单位的结论；还没有的为空。',
        resolve: (row: FairnessComplaintRow) => row.finding as never,
      }),
      conclusion: t.exposeString('conclusion', { nullable: true, description: '理由和建议。' }),
    }),
  });
}
