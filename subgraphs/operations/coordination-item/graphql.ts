import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { CoordinationItemRow } from '../tables-coordination.ts';
import { coordinationItem } from './actions.ts';

/** Coordination in the API. */
export function addCoordinationItem(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, coordinationItem, {
    plural: 'coordinationItems',
    organization,
    reads: { title: ['topic'] },
    fields: (t) => ({
      topic: t.exposeString('topic', { description: '事项。' }),
      content: t.exposeString('content', { description: '要协调什么。' }),
      participantNames: t.exposeStringList('participantNames', { description: '参与的单位。' }),
      dueOn: t.field({
        type: 'Date',
        description: '完成期限。',
        resolve: (row: CoordinationItemRow) => row.dueOn,
      }),
      progress: t.exposeString('progress', { nullable: true, description: '最近的进展、督导意见或结果。' }),
    }),
  });
}
