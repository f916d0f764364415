import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { dockingRecord } from './actions.ts';

/** Dockings in the API. */
export function addDockingRecord(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, dockingRecord, {
    plural: 'dockingRecords',
    organization,
    reads: { title: ['bodyName', 'matter'] },
    fields: (t) => ({
      bodyName: t.exposeString('bodyName', { description: '对接的单位。' }),
      matter: t.exposeString('matter', { description: '对接什么。' }),
      nextStep: t.exposeString('nextStep', { description: '下一步。' }),
      blocker: t.exposeString('blocker', { nullable: true, description: '最近一次受阻的原因。' }),
      guidance: t.exposeString('guidance', { nullable: true, description: '管理单位最近一次的指导意见。' }),
    }),
  });
}
