import { amount, choice, day, instant, type Register, text } from './register.ts';

interface Scored {
  label: string;
  weight: number;
  isComputed?: boolean;
  value?: string | null;
  score?: number | null;
}

const WHOLE = (value: unknown) => Number(value).toLocaleString('zh-CN');

/** What supervises the project company by numbers: metrics by month, schemes and yearly assessments. */
export const ASSESSMENT_REGISTERS: readonly Register[] = [
  {
    path: 'assessments',
    noun: 'Assessment',
    plural: 'assessments',
    label: '年度考核',
    icon: 'scale',
    emptyText: '每年一月一日自动立项上一年度的建设、运营、运维考核，列在这里。',
    columns: [
      choice('kind', '种类', 'AssessmentKind'),
      amount('totalScore', '总分', '分'),
      choice('outcome', '结果', 'AssessmentOutcome'),
      day('dueOn', '应完成于'),
    ],
    details: [
      choice('kind', '考核种类', 'AssessmentKind'),
      text('year', '年度'),
      text('schemeNumber', '依据的方案'),
      {
        label: '各项指标',
        select: 'assessed: indicators { label weight isComputed value score }',
        read: ({ assessed }) => ({
          value:
            (assessed as unknown as Scored[])
              .map(
                ({ label, weight, isComputed, value, score }) =>
                  `${label}（${weight} 分）：${value ?? (isComputed ? '提交时由系统统计' : '未填报')}${score === null ? '' : `，得 ${score} 分`}`,
              )
              .join('；') || null,
        }),
      },
      amount('passingScore', '达标分', '分'),
      amount('totalScore', '总分', '分'),
      choice('outcome', '结果', 'AssessmentOutcome'),
      text('comment', '总体意见'),
      text('rectificationNumber', '不达标下达的整改'),
      day('dueOn', '应完成于'),
    ],
    creations: [{ mutation: 'openAssessment', label: '立项考核', parties: ['MANAGEMENT_UNIT'] }],
    related: [['rectifications', 'sourceId'], 'operation-metrics'],
  },
  {
    path: 'assessment-schemes',
    noun: 'AssessmentScheme',
    plural: 'assessmentSchemes',
    label: '考核方案',
    icon: 'file-text',
    emptyText: '管理单位设定的考核指标、权重和目标列在这里；每一种类只有一份现行。',
    columns: [
      choice('kind', '种类', 'AssessmentKind'),
      amount('totalWeight', '权重合计', '分'),
      instant('inForceAt', '启用于'),
    ],
    details: [
      choice('kind', '考核种类', 'AssessmentKind'),
      text('name', '名称'),
      amount('passingScore', '达标分', '分'),
      {
        label: '指标',
        select: 'assessed: indicators { label weight target }',
        read: ({ assessed }) => ({
          value:
            (assessed as unknown as (Scored & { target: string })[])
              .map(({ label, weight, target }) => `${label}（${weight} 分）：${target}`)
              .join('；') || null,
        }),
      },
      amount('totalWeight', '权重合计', '分'),
      instant('inForceAt', '启用于'),
    ],
    creations: [{ mutation: 'draftAssessmentScheme', label: '起草方案', parties: ['MANAGEMENT_UNIT'] }],
    related: [],
  },
  {
    path: 'operation-metrics',
    noun: 'OperationMetric',
    plural: 'operationMetrics',
    label: '运营指标',
    icon: 'database',
    emptyText: '按月采集的应用、用户和内容指标列在这里；更正之前的数值也保留。',
    columns: [
      { label: '数值', select: 'value', read: ({ value }) => ({ value: WHOLE(value) }) },
      choice('source', '来源', 'MetricSource'),
    ],
    details: [
      text('month', '月份'),
      choice('name', '指标', 'OperationMetricName'),
      { label: '数值', select: 'value', read: ({ value }) => ({ value: WHOLE(value) }) },
      choice('source', '来源', 'MetricSource'),
      {
        label: '更正之前',
        select: 'corrections { value reason }',
        read: ({ corrections }) => ({
          value:
            (corrections as unknown as { value: number; reason: string }[])
              .map(({ value, reason }) => `${WHOLE(value)}（更正理由：${reason}）`)
              .join('；') || null,
        }),
      },
    ],
    creations: [{ mutation: 'reportOperationMetric', label: '上报指标', parties: ['PROJECT_COMPANY'] }],
    related: ['assessments'],
    prefillSelect: 'value',
    prefill: ({ value }) => ({ value }),
  },
];
