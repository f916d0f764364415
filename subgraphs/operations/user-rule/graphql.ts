import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { asParent } from '@zgt/runtime/graphql/cache-hints.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { USER_PENALTIES, USER_RULE_KINDS } from '../choices-conduct.ts';
import type { PenaltyClause, UserRuleRow } from '../tables-conduct.ts';
import { userRule } from './actions.ts';

/** User rules in the API; everyone reads those in force. */
export function addUserRule(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const clause = builder.objectRef<PenaltyClause>('PenaltyClause').implement({
    description: '一条违规行为和可以怎样处理。',
    fields: (t) => ({
      clause: t.exposeString('clause', { description: '条目。' }),
      behaviour: t.exposeString('behaviour', { description: '违规行为。' }),
      penalties: t.field({
        type: [enumOf(builder, 'UserPenalty', USER_PENALTIES)],
        description: '可以怎样处理。',
        resolve: ({ penalties }) => penalties as never,
      }),
    }),
  });
  return addNoun(builder, shared, userRule, {
    plural: 'userRules',
    organization,
    published: true,
    reads: { title: ['name', 'versionText'], kindLabel: ['kind'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'UserRuleKind',
        options: USER_RULE_KINDS,
      },
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'UserRuleKind', USER_RULE_KINDS),
        resolve: (row: UserRuleRow) => row.kind,
      }),
      kindLabel: t.string({ resolve: (row: UserRuleRow) => USER_RULE_KINDS[row.kind] }),
      name: t.exposeString('name', { description: '名称。' }),
      versionText: t.exposeString('versionText', { description: '版本。' }),
      body: t.exposeString('body', { description: '正文。' }),
      clauses: t.field({
        type: [clause],
        ...asParent({ description: '违规行为和处理方式。' }),
        resolve: (row: UserRuleRow) => row.clauses.list,
      }),
      guidance: t.exposeString('guidance', { nullable: true, description: '管理单位的指导意见。' }),
      inForceAt: t.expose('inForceAt', { type: 'DateTime', nullable: true, description: '公布的时刻。' }),
    }),
  });
}
