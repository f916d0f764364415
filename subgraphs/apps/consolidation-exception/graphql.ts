import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { AUDIENCES, EXCEPTION_KINDS } from '../choices.ts';
import type { ConsolidationExceptionRow } from '../tables.ts';
import { consolidationException } from './actions.ts';

/** Exceptions from the one platform in the API. */
export function addConsolidationException(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, consolidationException, {
    plural: 'consolidationExceptions',
    organization,
    reads: { title: ['appName'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'ConsolidationExceptionKind', EXCEPTION_KINDS),
        resolve: (row: ConsolidationExceptionRow) => row.kind,
      }),
      appName: t.exposeString('appName'),
      audiences: t.field({
        type: [enumOf(builder, 'ServiceAudience', AUDIENCES)],
        description: '服务对象。',
        resolve: (row: ConsolidationExceptionRow) => row.audiences,
      }),
      specialReason: t.exposeString('specialReason', { nullable: true, description: '特殊原因。' }),
      validUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '有效的最后一天；商定同意之后才有。',
        resolve: (row: ConsolidationExceptionRow) => row.validUntil,
      }),
    }),
  });
}
