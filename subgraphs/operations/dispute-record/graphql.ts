import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { BRAND_IMPACTS, DISPUTE_KINDS, DISPUTE_PARTIES } from '../choices-supervision.ts';
import type { DisputeRecordRow } from '../tables.ts';
import { disputeRecord } from './actions.ts';

/** Disputes over business in the API. */
export function addDisputeRecord(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const party = enumOf(builder, 'DisputeParty', DISPUTE_PARTIES);
  return addNoun(builder, shared, disputeRecord, {
    plural: 'disputeRecords',
    organization,
    reads: { title: ['activity'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'DisputeKind', DISPUTE_KINDS),
        resolve: (row: DisputeRecordRow) => row.kind,
      }),
      parties: t.field({
        type: [party],
        description: '参与的各方。',
        resolve: (row: DisputeRecordRow) => row.parties,
      }),
      activity: t.exposeString('activity', { description: '所涉的商业活动。' }),
      description: t.exposeString('description', { description: '情况说明。' }),
      reference: t.exposeString('reference', { nullable: true, description: '案号或文号。' }),
      brandImpact: t.field({
        type: enumOf(builder, 'BrandImpact', BRAND_IMPACTS),
        nullable: true,
        description: '对品牌的影响；还没有认定的为空。',
        resolve: (row: DisputeRecordRow) => row.brandImpact,
      }),
      responsibleParty: t.field({
        type: party,
        nullable: true,
        description: '被追究责任的一方。',
        resolve: (row: DisputeRecordRow) => row.responsibleParty,
      }),
      accountabilityNumber: t.exposeString('accountabilityNumber', {
        nullable: true,
        description: '追责立案的编号。',
      }),
      outcome: t.exposeString('outcome', { nullable: true, description: '和解或裁判的结果。' }),
    }),
  });
}
