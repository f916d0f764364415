import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { CONTENT_CATEGORIES } from '../choices.ts';
import type { ContentItemRow } from '../tables.ts';
import { contentItem } from './actions.ts';

/** The contents of apps in the API; anyone reads what is published. */
export function addContentItem(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, contentItem, {
    plural: 'contentItems',
    organization,
    reads: { title: ['heading'], app: ['appId'], isReviewed: ['bodyDigest', 'reviewedDigest'] },
    published: true,
    filters: {
      appId: { column: 'appId', description: '只要这个应用的。', reference: true },
      category: {
        column: 'category',
        description: '只要这一类别的。',
        enumName: 'ContentCategory',
        options: CONTENT_CATEGORIES,
      },
    },
    fields: (t) => ({
      app: t.field(recordIn(app, 'appId', { type: appType })),
      category: t.field({
        type: enumOf(builder, 'ContentCategory', CONTENT_CATEGORIES),
        resolve: (row: ContentItemRow) => row.category,
      }),
      heading: t.exposeString('heading', { description: '标题。' }),
      body: t.exposeString('body', { description: '正文。' }),
      bodyDigest: t.exposeString('bodyDigest', {
        description: '标题和正文的 SHA-256，十六进制；审查结论只对同一摘要有效。',
      }),
      isReviewed: t.boolean({
        description:
          '现在的文字是否已通过项目公司的审查；市场化应用的内容不要求审查（第二十七条、第四十五条）。',
        resolve: (row: ContentItemRow) => row.reviewedDigest === row.bodyDigest,
      }),
      reviewedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '最近一次审查通过的时刻。',
        resolve: (row: ContentItemRow) => row.reviewedAt,
      }),
      publishedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '最近一次发布的时刻。',
        resolve: (row: ContentItemRow) => row.publishedAt,
      }),
    }),
  });
}
