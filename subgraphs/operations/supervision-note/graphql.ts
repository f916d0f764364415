import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { supervisionNote } from './actions.ts';

/** Notes of the infrastructure provider in the API. */
export function addSupervisionNote(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, supervisionNote, {
    plural: 'supervisionNotes',
    organization,
    reads: { title: ['subjectNumber', 'text'] },
    fields: (t) => ({
      subjectNoun: t.exposeString('subjectNoun', { description: '对象的种类，例如 Incident。' }),
      subjectId: t.exposeID('subjectId', { description: '对象的 id。' }),
      subjectNumber: t.exposeString('subjectNumber', { description: '对象的编号。' }),
      subjectTitle: t.exposeString('subjectTitle', { description: '对象的标题，以提出时为准。' }),
      text: t.exposeString('text', { description: '意见。' }),
      answer: t.exposeString('answer', { nullable: true, description: '怎样处理；阅处之后才有。' }),
    }),
  });
}
