import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import { addNoun, badInput, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';

import { APP_SCORE_INDICATORS } from '@zgt/schema/measure/app-score.ts';
import { UNIT_GRADES } from '@zgt/schema/measure/unit-assessment.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { app } from '../app/actions.ts';
import type { AppScoreRow } from '../tables.ts';
import { appScore } from './actions.ts';
import type { ScoredIndicator } from './formula.ts';
import { recommendedIds } from './store.ts';

const MOST_RECOMMENDED = 50;
const UNIT_GRADE_LABELS = Object.fromEntries(UNIT_GRADES.map(({ grade, label }) => [grade, label]));
const LABELS = Object.fromEntries(
  Object.entries(APP_SCORE_INDICATORS).map(([name, { label }]) => [name, label]),
);

/** Scores and recommendations in the API: how a score came about for those concerned, the final one for all at the app. */
export function addAppScore(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
) {
  const indicator = builder.objectRef<ScoredIndicator>('AppScoreIndicator').implement({
    ...basis([40], '评分的一项依据。'),
    fields: (t) => ({
      indicator: t.field({
        type: enumOf(builder, 'AppScoreIndicatorName', LABELS),
        resolve: ({ indicator: name }) => name as never,
      }),
      label: t.string({ resolve: ({ indicator: name }) => APP_SCORE_INDICATORS[name].label }),
      weight: t.int({
        description: '分值；各项合计一百。',
        resolve: ({ indicator: name }) => APP_SCORE_INDICATORS[name].weight,
      }),
      share: t.float({
        nullable: true,
        description: '得到分值的几成，0 到 1；没有可以判断的事实为空，分值由其他各项分担。',
        resolve: ({ share }) => share,
      }),
      explanation: t.exposeString('explanation', { description: '依据的事实。' }),
    }),
  });
  builder.queryField('recommendedApps', (t) =>
    t.field({
      type: [appType],
      ...publicFor(
        'PUBLISHED',
        basis([40], '推荐的市场化应用：人工排定的在前，其余按评分从高到低；不足六十分的不推荐。'),
      ),
      args: { first: t.arg.int({ description: `至多几个，1 到 ${MOST_RECOMMENDED}，默认 6。` }) },
      resolve: async (
        _: unknown,
        args: any,
        { runtime, loaders }: SubgraphContext,
        info: GraphQLResolveInfo,
      ) => {
        const first = args.first ?? 6;
        if (first < 1 || first > MOST_RECOMMENDED)
          throw badInput(`first 应在 1 到 ${MOST_RECOMMENDED} 之间，现为 ${first}。`);
        const ids = await recommendedIds(runtime.readDb as never, first);
        const found = await Promise.all(ids.map((id) => loaders.record(app, info).load(id)));
        return found.filter((row) => row !== null) as never;
      },
    } as never),
  );
  return addNoun(builder, shared, appScore, {
    plural: 'appScores',
    organization,
    reads: { title: ['appName', 'period'], app: ['appId'], indicators: ['breakdown'] },
    filters: { appId: { column: 'appId', description: '只要这个应用的。', reference: true } },
    fields: (t) => ({
      app: t.field(recordIn(app, 'appId', { type: appType })),
      period: t.exposeString('period', { description: '评的是哪个月，例如 2026-10。' }),
      formulaVersion: t.exposeString('formulaVersion', { description: '依据的评分办法的版本。' }),
      score: t.exposeInt('score', { description: '最终得分，0 到 100；更正过的是更正后的。' }),
      computedScore: t.exposeInt('computedScore', { description: '系统算出的得分。' }),
      deduction: t.exposeInt('deduction', { description: '因强制下架扣去的分。' }),
      unitGrade: t.field({
        type: enumOf(builder, 'ProviderGrade', UNIT_GRADE_LABELS),
        nullable: true,
        description: '评分时提供方最近一次已确认的年度考核等次，供参考，不计入得分；还没有的为空。',
        resolve: (row: AppScoreRow) => row.unitGrade as never,
      }),
      indicators: t.field({
        type: [indicator],
        description: '各项依据。',
        resolve: (row: AppScoreRow) => [...row.breakdown.list],
      }),
    }),
  });
}
