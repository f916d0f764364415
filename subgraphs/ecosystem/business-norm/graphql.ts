import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { NORM_KINDS, RESTRICTIVE_TERMS } from '../choices.ts';
import type { BusinessNormRow } from '../tables.ts';
import { businessNorm } from './actions.ts';

/** Norms in the API; everyone reads what was published. */
export function addBusinessNorm(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, businessNorm, {
    plural: 'businessNorms',
    organization,
    published: true,
    reads: { title: ['title', 'versionText'], name: ['title'], kindLabel: ['kind'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'NormKind',
        options: NORM_KINDS,
      },
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'NormKind', NORM_KINDS),
        resolve: (row: BusinessNormRow) => row.kind,
      }),
      kindLabel: t.string({
        resolve: (row: BusinessNormRow) => NORM_KINDS[row.kind as keyof typeof NORM_KINDS],
      }),
      name: t.string({ description: '名称，不带版本。', resolve: (row: BusinessNormRow) => row.title }),
      versionText: t.exposeString('versionText', { description: '版本。' }),
      body: t.exposeString('body', { description: '正文。' }),
      restrictiveTerms: t.field({
        type: [enumOf(builder, 'RestrictiveTerm', RESTRICTIVE_TERMS)],
        description: '限制竞争的条款，经法律审查并依规则参数才会有；没有的为空列表。',
        resolve: (row: BusinessNormRow) => (row.restrictiveTerms ?? []) as never,
      }),
      publishedAt: t.expose('publishedAt', {
        type: 'DateTime',
        nullable: true,
        description: '公布的时刻；草稿没有。',
      }),
    }),
  });
}
