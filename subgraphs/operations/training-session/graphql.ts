import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { TRAINING_TOPICS } from '../choices-safety.ts';
import type { TrainingSessionRow } from '../tables-safety.ts';
import { trainingSession } from './actions.ts';

/** Safety training in the API. */
export function addTrainingSession(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, trainingSession, {
    plural: 'trainingSessions',
    organization,
    reads: { title: ['subject'] },
    fields: (t) => ({
      topics: t.field({
        type: [enumOf(builder, 'TrainingTopic', TRAINING_TOPICS)],
        description: '内容。',
        resolve: (row: TrainingSessionRow) => row.topics,
      }),
      subject: t.exposeString('subject', { description: '题目。' }),
      plannedOn: t.field({
        type: 'Date',
        description: '拟举办日期。',
        resolve: (row: TrainingSessionRow) => row.plannedOn,
      }),
      invitedUnits: t.exposeStringList('invitedUnits', { description: '邀请的单位。' }),
      heldOn: t.field({
        type: 'Date',
        nullable: true,
        description: '举办日期。',
        resolve: (row: TrainingSessionRow) => row.heldOn,
      }),
      attendance: t.exposeStringList('attendance', { nullable: true, description: '参加的单位。' }),
      outcome: t.exposeString('outcome', { nullable: true, description: '培训情况。' }),
    }),
  });
}
