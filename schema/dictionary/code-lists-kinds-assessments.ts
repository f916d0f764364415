import type { CodeList } from './code-list-type.ts';

/** Kinds in the registers of assessments and coordination (articles 15, 24, 25, 43 and 56). */
export const ASSESSMENT_KIND_CODE_LISTS = {
  assessmentIndicatorName: {
    title: '考核指标',
    labels: {
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
    },
  },
  assessmentKind: {
    title: '考核种类',
    labels: {
      CONSTRUCTION: '建设考核',
      OPERATION: '运营考核',
      OPS: '运维考核',
    },
  },
  assessmentOutcome: {
    title: '考核结论',
    labels: {
      PASSED: '达标',
      BELOW_TARGET: '不达标',
    },
  },
  operationMetricName: {
    title: '运营指标',
    labels: {
      APP_COUNT: '在架应用数量（个）',
      REGISTERED_USERS: '注册用户（人）',
      ACTIVE_USERS: '月活跃用户（人）',
      RETENTION: '月留存率（千分之）',
      CONTENT_COUNT: '内容数量（条）',
    },
  },
  metricSource: {
    title: '指标数值的来源',
    labels: {
      MANUAL: '项目公司上报',
      COLLECTED: '系统采集',
    },
  },
  cooperationItemKind: {
    title: '配合事项种类',
    labels: {
      PROMOTION: '宣传推广',
      SERVICE_SUPPLY: '服务供给',
      E_CREDENTIAL: '电子凭证',
      OTHER: '其他',
    },
  },
  coordinatedParty: {
    title: '参与协调的单位',
    labels: {
      PROJECT_COMPANY: '项目公司',
      OWNER_UNIT: '业主单位',
      INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
    },
  },
  policyTopic: {
    title: '政策主题',
    labels: {
      ELECTRONIC_CREDENTIAL: '电子凭证',
      SERVICE_ACCESS: '服务接入',
      PROMOTION: '宣传推广',
      DATA: '数据',
      OTHER: '其他',
    },
  },
  productWorkKind: {
    title: '产品工作种类',
    labels: {
      ANALYSIS: '产品分析',
      PROMOTION: '推广活动',
    },
  },
} as const satisfies Record<string, CodeList>;
