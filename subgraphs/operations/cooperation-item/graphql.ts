import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { COOPERATION_KINDS } from '../choices-coordination.ts';
import type { CooperationItemRow } from '../tables-coordination.ts';
import { cooperationItem } from './actions.ts';

/** What bodies are asked for, in the API. */
export function addCooperationItem(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, cooperationItem, {
    plural: 'cooperationItems',
    organization,
    reads: { title: ['heading'] },
    fields: (t) => ({
      bodyName: t.exposeString('bodyName', { description: '请哪个单位配合。' }),
      kind: t.field({
        type: enumOf(builder, 'CooperationItemKind', COOPERATION_KINDS),
        resolve: (row: CooperationItemRow) => row.kind,
      }),
      heading: t.exposeString('heading', { description: '事项。' }),
      demand: t.exposeString('demand', { description: '请求。' }),
      dueOn: t.field({
        type: 'Date',
        nullable: true,
        description: '希望完成的日期。',
        resolve: (row: CooperationItemRow) => row.dueOn,
      }),
      result: t.exposeString('result', { nullable: true, description: '结果。' }),
    }),
  });
}
