import type { CodeList } from './code-list-type.ts';

/** The states of metrics, schemes and assessments. */
export const ASSESSMENT_STATE_CODE_LISTS = {
  operationMetricState: {
    title: '运营指标状态',
    labels: { REPORTED: '已上报', CORRECTED: '已更正' },
  },
  assessmentSchemeState: {
    title: '考核方案状态',
    labels: { DRAFT: '草稿', IN_FORCE: '现行', SUPERSEDED: '已停用', DISCARDED: '已作废' },
  },
  assessmentState: {
    title: '年度考核状态',
    labels: {
      SCHEDULED: '待设定方案',
      COLLECTING: '采集中',
      SUBMITTED: '待评分',
      SCORED: '待确认',
      CONFIRMED: '已确认',
    },
  },
} as const satisfies Record<string, CodeList>;
