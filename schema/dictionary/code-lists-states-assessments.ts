import type { CodeList } from './code-list-type.ts';

/** The states of metrics, schemes, assessments, scorecards and user rules. */
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
  accessScorecardState: {
    title: '接入监管记分状态',
    labels: { ISSUED: '已生成', OPINION_GIVEN: '待答复', REPLIED: '已答复' },
  },
  operationContactState: {
    title: '运营联系人状态',
    labels: { ACTIVE: '有效', ENDED: '已停用' },
  },
  userRuleState: {
    title: '用户规则状态',
    labels: {
      DRAFT: '草稿',
      UNDER_GUIDANCE: '待指导',
      GUIDED: '已指导，待公布',
      IN_FORCE: '现行',
      SUPERSEDED: '已停用',
    },
  },
  userViolationState: {
    title: '用户违规状态',
    labels: {
      REPORTED: '待核实',
      UPHELD: '已认定，待处理',
      DISMISSED: '不成立',
      PENALIZED: '处理中',
      APPEALED: '申诉中',
      LIFTED: '已解除',
      EXPIRED: '已到期',
    },
  },
} as const satisfies Record<string, CodeList>;
