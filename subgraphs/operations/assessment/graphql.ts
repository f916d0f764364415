import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import {
  ASSESSMENT_INDICATORS,
  ASSESSMENT_KINDS,
  ASSESSMENT_OUTCOMES,
  COMPUTED_BY,
} from '../choices-assessments.ts';
import type { AssessedIndicator, AssessmentRow } from '../tables-assessments.ts';
import { assessment } from './actions.ts';

/** Yearly assessments in the API. */
export function addAssessment(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const indicator = builder.objectRef<AssessedIndicator>('AssessedIndicator').implement({
    description: '一项指标的目标、数值和得分。',
    fields: (t) => ({
      indicator: t.field({
        type: enumOf(builder, 'AssessmentIndicatorName', ASSESSMENT_INDICATORS),
        resolve: (one) => one.indicator as never,
      }),
      label: t.exposeString('label', { description: '名称。' }),
      weight: t.exposeInt('weight', { description: '权重；各项合计一百。' }),
      target: t.exposeString('target', { description: '目标。' }),
      isComputed: t.boolean({
        description:
          '是否由系统统计：运营指标，或者当年的事件和漏洞记录；系统统计的不能手工填报，提交时写定。',
        resolve: (one) => Object.hasOwn(COMPUTED_BY, one.indicator),
      }),
      value: t.exposeString('value', {
        nullable: true,
        description: '数值和说明，单位写在文字里；还没有的为空。',
      }),
      score: t.exposeInt('score', { nullable: true, description: '得分，百分制；还没有评的为空。' }),
      remark: t.exposeString('remark', { nullable: true, description: '评语。' }),
    }),
  });
  return addNoun(builder, shared, assessment, {
    plural: 'assessments',
    organization,
    reads: { title: ['kind', 'year'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'AssessmentKind',
        options: ASSESSMENT_KINDS,
      },
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'AssessmentKind', ASSESSMENT_KINDS),
        resolve: (row: AssessmentRow) => row.kind,
      }),
      year: t.exposeInt('year', { description: '考核的是哪一年。' }),
      dueOn: t.field({
        type: 'Date',
        description: '应当完成的最后一天。',
        resolve: (row: AssessmentRow) => row.dueOn,
      }),
      schemeNumber: t.exposeString('schemeNumber', {
        nullable: true,
        description: '依据的考核方案的编号；还没有方案的为空。',
      }),
      passingScore: t.exposeInt('passingScore', { nullable: true, description: '达标分，0 到 100。' }),
      indicators: t.field({
        type: [indicator],
        description: '各项指标。',
        resolve: (row: AssessmentRow) => row.indicators.list,
      }),
      totalScore: t.exposeInt('totalScore', {
        nullable: true,
        description: '总分，0 到 100，按权重折算；完成评分之后才有。',
      }),
      outcome: t.field({
        type: enumOf(builder, 'AssessmentOutcome', ASSESSMENT_OUTCOMES),
        nullable: true,
        description: '是否达标；完成评分之后才有。',
        resolve: (row: AssessmentRow) => row.outcome as never,
      }),
      comment: t.exposeString('comment', { nullable: true, description: '总体意见。' }),
      rectificationNumber: t.exposeString('rectificationNumber', {
        nullable: true,
        description: '不达标而下达的整改的编号；没有下达的为空。',
      }),
    }),
  });
}
