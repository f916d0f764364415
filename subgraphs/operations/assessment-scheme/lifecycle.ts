import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  ASSESSMENT_ARTICLES,
  ASSESSMENT_INDICATORS,
  ASSESSMENT_KINDS,
  type AssessmentIndicatorName,
  type AssessmentKind,
  admittedIndicators,
  MANDATORY_INDICATORS,
} from '../choices-assessments.ts';
import type { SchemeIndicator } from '../tables-assessments.ts';

export interface AssessmentSchemeFacts {
  /** Whether the second draft's further indicators of operation are admitted. */
  extraIndicators: boolean;
}

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });
const indicatorsOf = (record: Row | null) => (record!.indicators as { list: SchemeIndicator[] }).list;

const isAdmitted: Guard<AssessmentSchemeFacts> = ({ record, facts, input }) => {
  if (!record || !input) return null;
  const admitted = admittedIndicators(record.kind as AssessmentKind, facts.extraIndicators);
  return admitted.includes(input.indicator as AssessmentIndicatorName)
    ? null
    : invalid(
        'indicator',
        `指标：${ASSESSMENT_KINDS[record.kind as AssessmentKind]}可以用的是 ${admitted.map((one) => ASSESSMENT_INDICATORS[one]).join('、')}`,
      );
};

const otherIsNamed: Guard = ({ input }) =>
  input && (input.indicator as string).startsWith('OTHER_') && input.label === null
    ? invalid('label', '名称：选“其他指标”时必填')
    : null;

const isInScheme: Guard = ({ record, input }) =>
  !input || indicatorsOf(record).some(({ indicator }) => indicator === input.indicator)
    ? null
    : invalid('indicator', '指标：方案里没有这一项');

/** Articles 15, 24 and 56: the indicators that the measure names are there, and all weigh a hundred. */
const isComplete: Guard = ({ record }) => {
  const kind = record!.kind as AssessmentKind;
  const indicators = indicatorsOf(record);
  const missing = MANDATORY_INDICATORS[kind].filter(
    (one) => !indicators.some(({ indicator }) => indicator === one),
  );
  const weight = indicators.reduce((sum, one) => sum + one.weight, 0);
  const details = [
    ...missing.map((one) => ({ path: '', message: `缺少必备指标：${ASSESSMENT_INDICATORS[one]}` })),
    ...(weight === 100 ? [] : [{ path: '', message: `权重合计为 ${weight}，应为 100` }]),
  ];
  return details.length === 0
    ? null
    : refuse('SCHEME_INCOMPLETE', { articles: [ASSESSMENT_ARTICLES[kind]], details });
};

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const ARTICLES = [15, 24, 56] as const;
const DUTIES = ['15.2', '24', '56.1'] as const;
const indicator = {
  kind: 'choice',
  label: '指标',
  enumName: 'AssessmentIndicatorName',
  options: ASSESSMENT_INDICATORS,
} as const;

/** 考核方案: indicators with weights and targets, set by the management unit; one of each kind is in force (articles 15, 24 and 56). */
export const assessmentSchemeLifecycle = lifecycle({
  noun: 'AssessmentScheme',
  label: '考核方案',
  description:
    '年度考核的指标、权重和目标，由管理单位设定；启用之前须包含办法列明的指标，权重合计一百。新方案启用，同类的旧方案随之停用，已经开始的考核仍按原方案。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'MANAGEMENT_UNIT' },
    IN_FORCE: { label: '现行', tone: 'GOOD' },
    SUPERSEDED: { label: '已停用', tone: 'NEUTRAL', final: true },
    DISCARDED: { label: '已作废', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草方案',
      effect: '建立草稿，再逐项设定指标。',
      from: null,
      to: 'DRAFT',
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        kind: { kind: 'choice', label: '考核种类', enumName: 'AssessmentKind', options: ASSESSMENT_KINDS },
        name: { kind: 'text', label: '名称', hint: '例如 2026 年度运营考核方案', max: 100 },
        passingScore: {
          kind: 'integer',
          label: '达标分',
          hint: '总分低于它为不达标',
          min: 0,
          max: 100,
          unit: '分',
        },
      },
    },
    setIndicator: {
      label: '设定指标',
      effect: '加入方案；已有的改为新的权重和目标。',
      from: ['DRAFT'],
      to: null,
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        indicator,
        label: { kind: 'text', label: '名称', hint: '“其他指标”须写明是什么', max: 40, optional: true },
        weight: { kind: 'integer', label: '权重', hint: '各项合计一百', min: 1, max: 100, unit: '分' },
        target: { kind: 'text', label: '目标', hint: '达到什么算满分、怎样扣分', max: 500, multiline: true },
      },
      guards: [isAdmitted, otherIsNamed],
    },
    removeIndicator: {
      label: '移除指标',
      effect: '从方案中去掉这一项。',
      from: ['DRAFT'],
      to: null,
      by: [management],
      articles: ARTICLES,
      duties: [],
      fields: { indicator },
      guards: [isInScheme],
    },
    adopt: {
      label: '启用',
      effect: '成为这一种类的现行方案，等待方案的考核随即开始采集；项目公司和业主单位收到通知。',
      from: ['DRAFT'],
      to: 'IN_FORCE',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] }],
      articles: ARTICLES,
      duties: DUTIES,
      guards: [isComplete],
      tells: ['PROJECT_COMPANY', 'OWNER_UNIT'],
    },
    supersede: {
      label: '停用',
      effect: '由新方案代替。',
      from: ['IN_FORCE'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: [],
    },
    discard: {
      label: '作废',
      effect: '草稿不再使用。',
      from: ['DRAFT'],
      to: 'DISCARDED',
      by: [management],
      articles: ARTICLES,
      duties: [],
      negative: true,
    },
  },
});
