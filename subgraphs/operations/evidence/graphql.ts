import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { EVIDENCE_SUBJECTS } from '../choices-supervision.ts';
import type { EvidenceRow } from '../tables.ts';
import { evidence } from './actions.ts';

/** Kept evidence in the API; that of a case is listed by `evidences(filter: { caseId })`. */
export function addEvidence(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, evidence, {
    plural: 'evidences',
    organization,
    reads: { title: ['caseNumber'], caseKind: ['caseKind'] },
    filters: { caseId: { column: 'caseId', description: '只要这个问题或这条内容的。', reference: true } },
    fields: (t) => ({
      caseKind: t.field({
        type: enumOf(builder, 'EvidenceSubject', EVIDENCE_SUBJECTS),
        description: '留存的是什么：问题处置的材料，或者隐藏、撤下的内容。',
        resolve: (row: EvidenceRow) => row.caseKind as never,
      }),
      caseId: t.exposeID('caseId', { description: '所属问题处置或内容的 id。' }),
      caseNumber: t.exposeString('caseNumber', { description: '所属问题处置或内容的编号。' }),
      snapshot: t.exposeString('snapshot', { description: '留存时应用的登记情况和所发现的问题。' }),
      body: t.exposeString('body', { nullable: true, description: '留存的内容文字，一字不改。' }),
      attachments: t.exposeStringList('attachments', {
        description: '同时留存的附件，每件一行：名称和 SHA-256 摘要；文件附在问题处置上。',
      }),
      digest: t.exposeString('digest', {
        description: '登记情况、内容文字和附件摘要合在一起的 SHA-256 摘要（十六进制）。',
      }),
      capturedAt: t.expose('capturedAt', { type: 'DateTime', description: '留存的时刻。' }),
    }),
  });
}
