import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { POLICY_TOPICS } from '../choices-coordination.ts';
import type { PolicyDocumentRow } from '../tables-coordination.ts';
import { policyDocument } from './actions.ts';

/** Policies in the API; everyone reads those published. */
export function addPolicyDocument(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, policyDocument, {
    plural: 'policyDocuments',
    organization,
    published: true,
    reads: { title: ['heading'], topicLabel: ['topic'] },
    filters: {
      topic: {
        column: 'topic',
        description: '只要这一主题的。',
        enumName: 'PolicyTopic',
        options: POLICY_TOPICS,
      },
    },
    fields: (t) => ({
      heading: t.exposeString('heading', { description: '标题。' }),
      topic: t.field({
        type: enumOf(builder, 'PolicyTopic', POLICY_TOPICS),
        resolve: (row: PolicyDocumentRow) => row.topic,
      }),
      topicLabel: t.string({
        resolve: (row: PolicyDocumentRow) => POLICY_TOPICS[row.topic as keyof typeof POLICY_TOPICS],
      }),
      documentNumber: t.exposeString('documentNumber', { nullable: true, description: '文号。' }),
      issuedOn: t.field({
        type: 'Date',
        description: '印发日期。',
        resolve: (row: PolicyDocumentRow) => row.issuedOn,
      }),
      summary: t.exposeString('summary', { description: '要点。' }),
      address: t.exposeString('address', { nullable: true, description: '原文网址。' }),
    }),
  });
}
