/** The indicators that the project company collects each month, with the unit in which each is counted (articles 24, 42 and 44). */
export const OPERATION_METRICS = {
  APP_COUNT: '在架应用数量（个）',
  REGISTERED_USERS: '注册用户（人）',
  ACTIVE_USERS: '月活跃用户（人）',
  RETENTION: '月留存率（千分之）',
  CONTENT_COUNT: '内容数量（条）',
} as const;
export type OperationMetricName = keyof typeof OPERATION_METRICS;

/** Who counted a value. */
export const METRIC_SOURCES = { MANUAL: '项目公司上报', COLLECTED: '系统采集' } as const;

/** What a yearly assessment of the project company is about (articles 15, 24 and 56). */
export const ASSESSMENT_KINDS = {
  CONSTRUCTION: '建设考核',
  OPERATION: '运营考核',
  OPS: '运维考核',
} as const;
export type AssessmentKind = keyof typeof ASSESSMENT_KINDS;

/** The article that each kind rests on. */
export const ASSESSMENT_ARTICLES: Readonly<Record<AssessmentKind, number>> = {
  CONSTRUCTION: 15,
  OPERATION: 24,
  OPS: 56,
};

export const ASSESSMENT_INDICATORS = {
  FUND_INPUT: '资金投入',
  CONSTRUCTION_CONTENT: '建设内容',
  CONSTRUCTION_RESULT: '建设成效',
  PLATFORM_STABILITY: '平台稳定性',
  APP_COUNT: '应用数量',
  REGISTERED_USERS: '注册用户规模',
  ACTIVE_USERS: '活跃用户规模',
  DATA_OPERATION_RESULT: '数据运营成效',
  OPERATING_REVENUE: '运营收入',
  RUN_STABILITY: '运行稳定性',
  SECURITY_RISK_RESPONSE: '安全风险应对',
  FAULT_HANDLING: '故障处理',
  OTHER_1: '其他指标一',
  OTHER_2: '其他指标二',
  OTHER_3: '其他指标三',
} as const;
export type AssessmentIndicatorName = keyof typeof ASSESSMENT_INDICATORS;

/** The indicators that the measure names: a scheme of that kind holds at least these (duties 15.2, 24 and 56.1). */
export const MANDATORY_INDICATORS: Readonly<Record<AssessmentKind, readonly AssessmentIndicatorName[]>> = {
  CONSTRUCTION: ['FUND_INPUT', 'CONSTRUCTION_CONTENT', 'CONSTRUCTION_RESULT', 'PLATFORM_STABILITY'],
  OPERATION: ['APP_COUNT', 'REGISTERED_USERS', 'ACTIVE_USERS'],
  OPS: ['RUN_STABILITY', 'SECURITY_RISK_RESPONSE', 'FAULT_HANDLING'],
};

/** The second draft's further indicators of operation, admitted by a rule parameter. */
export const EXTRA_INDICATORS: readonly AssessmentIndicatorName[] = [
  'DATA_OPERATION_RESULT',
  'OPERATING_REVENUE',
];

const OTHERS: readonly AssessmentIndicatorName[] = ['OTHER_1', 'OTHER_2', 'OTHER_3'];

/** The indicators that a scheme of that kind may hold. */
export function admittedIndicators(kind: AssessmentKind, extra: boolean): readonly AssessmentIndicatorName[] {
  return [
    ...MANDATORY_INDICATORS[kind],
    ...(kind === 'OPERATION' && extra ? EXTRA_INDICATORS : []),
    ...OTHERS,
  ];
}

/** What the registers of incidents and vulnerabilities tell of a year (articles 15 and 56). */
export type YearFigure = 'PLATFORM_OUTAGE' | 'OUTAGE' | 'SECURITY_RESPONSE' | 'FAULT_HANDLING';

/** Indicators that nobody enters: the metric of the year's last month (article 24), or what the registers tell (articles 15 and 56). */
export const COMPUTED_BY: Partial<
  Record<AssessmentIndicatorName, { metric: OperationMetricName } | { figure: YearFigure }>
> = {
  APP_COUNT: { metric: 'APP_COUNT' },
  REGISTERED_USERS: { metric: 'REGISTERED_USERS' },
  ACTIVE_USERS: { metric: 'ACTIVE_USERS' },
  PLATFORM_STABILITY: { figure: 'PLATFORM_OUTAGE' },
  RUN_STABILITY: { figure: 'OUTAGE' },
  SECURITY_RISK_RESPONSE: { figure: 'SECURITY_RESPONSE' },
  FAULT_HANDLING: { figure: 'FAULT_HANDLING' },
};

/** Whether what was scored reaches what the scheme demands. */
export const ASSESSMENT_OUTCOMES = { PASSED: '达标', BELOW_TARGET: '不达标' } as const;
