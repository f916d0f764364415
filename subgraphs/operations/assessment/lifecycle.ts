import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  ASSESSMENT_ARTICLES,
  ASSESSMENT_INDICATORS,
  ASSESSMENT_KINDS,
  type AssessmentIndicatorName,
  type AssessmentKind,
  COMPUTED_BY,
  OPERATION_METRICS,
  type OperationMetricName,
} from '../choices-assessments.ts';
import type { AssessedIndicator } from '../tables-assessments.ts';

export interface AssessmentFacts {
  /** True when there is one of that kind and year. */
  isOpened: boolean;
  /** What the metrics of the year's last month say, by name. */
  metrics: Partial<Record<OperationMetricName, number>>;
}

type AssessmentGuard = Guard<AssessmentFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });
const indicatorsOf = (record: Row | null) => (record!.indicators as { list: AssessedIndicator[] }).list;
const articlesOf = (record: Row | null) => [ASSESSMENT_ARTICLES[record!.kind as AssessmentKind]];

const yearIsOver: Guard = ({ input, today }) =>
  input && (input.year as number) >= Number(today.slice(0, 4))
    ? invalid('year', `年度：${input.year} 年还没有过完，次年才能考核`)
    : null;

const isFirst: AssessmentGuard = ({ facts: { isOpened }, input }) =>
  input && isOpened
    ? refuse('DUPLICATE_PERIOD', { articles: [ASSESSMENT_ARTICLES[input.kind as AssessmentKind]] })
    : null;

const isInScheme: Guard = ({ record, input }) =>
  !input || indicatorsOf(record).some(({ indicator }) => indicator === input.indicator)
    ? null
    : invalid(
        'indicator',
        `指标：本次考核的是 ${indicatorsOf(record)
          .map(({ label }) => label)
          .join('、')}`,
      );

/** Articles 24 and 56: what the system counts is not written by hand. */
const isNotComputed: Guard = ({ record, input }) =>
  input && Object.hasOwn(COMPUTED_BY, input.indicator as string)
    ? refuse('COMPUTED_INDICATOR', {
        articles: articlesOf(record),
        details: [
          {
            path: 'indicator',
            message:
              'metric' in COMPUTED_BY[input.indicator as AssessmentIndicatorName]!
                ? '取自当年 12 月的运营指标；数值有误的，请更正那一条'
                : '由当年的事件和漏洞记录统计；数值有误的，请更正那些记录',
          },
        ],
      })
    : null;

const valuesAreComplete: AssessmentGuard = ({ record, facts: { metrics } }) => {
  const missing = indicatorsOf(record).flatMap(({ indicator, label, value }) => {
    const source = COMPUTED_BY[indicator];
    if (source === undefined) return value === null ? [`还没有填报“${label}”`] : [];
    return 'metric' in source && metrics[source.metric] === undefined
      ? [`还没有 ${record!.year}-12 的运营指标“${OPERATION_METRICS[source.metric]}”`]
      : [];
  });
  return missing.length === 0
    ? null
    : refuse('VALIDATION', {
        articles: articlesOf(record),
        details: missing.map((message) => ({ path: '', message })),
      });
};

const scoresAreComplete: Guard = ({ record }) => {
  const missing = indicatorsOf(record).filter(({ score }) => score === null);
  return missing.length === 0
    ? null
    : refuse('VALIDATION', {
        articles: articlesOf(record),
        details: missing.map(({ label }) => ({ path: '', message: `还没有给“${label}”评分` })),
      });
};

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const decider = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const ARTICLES = [15, 24, 56] as const;
const DUTIES = ['15.2', '24', '56.1'] as const;
const indicator = {
  kind: 'choice',
  label: '指标',
  enumName: 'AssessmentIndicatorName',
  options: ASSESSMENT_INDICATORS,
} as const;

const clock = (name: string, title: string, owedBy: DeadlineRule['owedBy']): DeadlineRule => ({
  name,
  title,
  articles: ARTICLES,
  owedBy,
  until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
});

/** 年度考核: opened when the year is over, filled by the company, scored and confirmed by the management unit (articles 15, 24 and 56). */
export const assessmentLifecycle = lifecycle({
  noun: 'Assessment',
  label: '年度考核',
  description:
    '管理单位对项目公司的建设、运营、运维年度考核：次年一月一日自动立项，按现行方案采集数值，系统统计的数值不能手工改写；管理单位逐项评分、确认结果。每类每年一份。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    SCHEDULED: { label: '待设定方案', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    COLLECTING: { label: '采集中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    SUBMITTED: { label: '待评分', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    SCORED: { label: '待确认', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    CONFIRMED: { label: '已确认', tone: 'GOOD', final: true },
  },
  actions: {
    open: {
      label: '立项',
      effect: '有现行方案的随即开始采集，没有的等方案启用；项目公司收到通知。',
      from: null,
      to: 'SCHEDULED',
      orTo: 'COLLECTING',
      by: [{ party: 'SYSTEM' }, decider],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        kind: { kind: 'choice', label: '考核种类', enumName: 'AssessmentKind', options: ASSESSMENT_KINDS },
        year: { kind: 'integer', label: '年度', min: 2022, max: 2100, unit: '年' },
      },
      guards: [yearIsOver, isFirst],
      starts: [
        clock('submit', '填报并提交考核', 'PROJECT_COMPANY'),
        clock('complete', '完成考核', 'MANAGEMENT_UNIT'),
      ],
      tells: ['OWNER', 'MANAGEMENT_UNIT', 'OWNER_UNIT'],
    },
    begin: {
      label: '开始采集',
      effect: '方案已经启用，项目公司填报各项数值；由事件和漏洞记录统计的各项已经预填。',
      from: ['SCHEDULED'],
      to: 'COLLECTING',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: DUTIES,
      tells: ['OWNER'],
    },
    enterValue: {
      label: '填报数值',
      effect: '记入这一项；提交之前可以改。系统统计的各项不用填。',
      from: ['COLLECTING'],
      to: null,
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        indicator,
        value: { kind: 'text', label: '数值和说明', hint: '写明单位和口径', max: 1000, multiline: true },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [isInScheme, isNotComputed],
    },
    submit: {
      label: '提交',
      effect: '交管理单位评分；系统统计的数值此时写定。',
      from: ['COLLECTING'],
      to: 'SUBMITTED',
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      guards: [valuesAreComplete],
      tells: ['MANAGEMENT_UNIT'],
      ends: ['submit'],
    },
    return: {
      label: '退回补充',
      effect: '项目公司补充后再提交；已填的数值保留。',
      from: ['SUBMITTED'],
      to: 'COLLECTING',
      by: [management],
      articles: ARTICLES,
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    scoreIndicator: {
      label: '给一项评分',
      effect: '记入这一项；确认之前可以改。',
      from: ['SUBMITTED'],
      to: null,
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        indicator,
        score: {
          kind: 'integer',
          label: '得分',
          hint: '百分制，系统按权重折算',
          min: 0,
          max: 100,
          unit: '分',
        },
        remark: { kind: 'text', label: '评语', max: 1000, multiline: true, optional: true },
      },
      guards: [isInScheme],
    },
    score: {
      label: '完成评分',
      effect: '按权重算出总分；等待确认。',
      from: ['SUBMITTED'],
      to: 'SCORED',
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      fields: { comment: { kind: 'text', label: '总体意见', max: 4000, multiline: true } },
      guards: [scoresAreComplete],
    },
    reopen: {
      label: '重新评分',
      effect: '回到评分；原来的分数可以逐项修改。',
      from: ['SCORED'],
      to: 'SUBMITTED',
      by: [decider],
      articles: ARTICLES,
      duties: [],
      reason: 'REQUIRED',
      negative: true,
    },
    confirm: {
      label: '确认结果',
      effect:
        '结果生效，不再改动；项目公司和业主单位收到通知。不达标的，随即下达整改，两个月内（按规则参数）完成。',
      from: ['SCORED'],
      to: 'CONFIRMED',
      by: [decider],
      articles: ARTICLES,
      duties: DUTIES,
      tells: ['OWNER', 'OWNER_UNIT'],
      ends: ['complete'],
    },
  },
});
