import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import { ACTOR_LABELS, type Article, type Duty, TREATMENT_LABELS } from '@zgt/schema/measure/article-type.ts';
import { ARTICLES } from '@zgt/schema/measure/articles.ts';
import { RULE_PARAMETERS } from '@zgt/schema/measure/parameters.ts';
import { datedParameters } from '../rule-parameter/graphql.ts';

/** The measure as data: each article's gist in our own words, its duties, and the numbers that its rules read. */
export function addArticles(builder: Builder, parameter: any): void {
  const duty = builder.objectRef<Duty>('ArticleDuty').implement({
    description: '一条中的一项职责，以及系统怎样承担它。',
    fields: (t) => ({
      id: t.exposeID('id'),
      gist: t.exposeString('gist'),
      actors: t.stringList({ resolve: ({ actors }) => [...actors] }),
      actorLabels: t.stringList({ resolve: ({ actors }) => actors.map((actor) => ACTOR_LABELS[actor]) }),
      treatment: t.exposeString('treatment'),
      treatmentLabel: t.string({ resolve: ({ treatment }) => TREATMENT_LABELS[treatment] }),
    }),
  });
  const article = builder.objectRef<Article>('Article').implement({
    description: '办法的一条，以我们自己的话概括；以正式文本为准。',
    fields: (t) => ({
      number: t.exposeInt('number'),
      chapter: t.exposeString('chapter'),
      section: t.exposeString('section', { nullable: true }),
      title: t.exposeString('title'),
      gist: t.exposeString('gist'),
      actors: t.stringList({ resolve: ({ actors }) => [...actors] }),
      actorLabels: t.stringList({ resolve: ({ actors }) => actors.map((actor) => ACTOR_LABELS[actor]) }),
      treatment: t.exposeString('treatment'),
      treatmentLabel: t.string({ resolve: ({ treatment }) => TREATMENT_LABELS[treatment] }),
      draftNote: t.exposeString('draftNote', { nullable: true, description: '征求意见稿的不同之处。' }),
      duties: t.field({ type: [duty], ...asParent(), resolve: ({ duties }) => [...duties] }),
      parameters: t.field({
        type: [parameter],
        ...publicFor('PARAMETERS', { description: '这一条的规则所用的参数。' }),
        resolve: ({ number }, _, context) =>
          datedParameters(
            context,
            RULE_PARAMETERS.filter(({ articles }) => (articles as readonly number[]).includes(number)),
          ) as never,
      }),
    }),
  });
  builder.queryFields((t) => ({
    articles: t.field({
      type: [article],
      ...publicFor('RELEASE', basis([1], '办法的全部条款。')),
      resolve: () => [...ARTICLES],
    }),
    article: t.field({
      type: article,
      nullable: true,
      ...publicFor('RELEASE', basis([1], '办法的一条，1 到 77；没有这一条时为空。')),
      args: { number: t.arg.int({ required: true }) },
      resolve: (_, { number }) => ARTICLES[number - 1] ?? null,
    }),
  }));
}
