import type { CodeList } from './code-list-type.ts';

/** The states of what supervises and coordinates: metrics, assessments, scorecards, user rules, cooperation. */
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
  fairnessComplaintState: {
    title: '公平投诉状态',
    labels: {
      FILED: '已投诉',
      EXPLAINING: '待项目公司说明',
      EXPLAINED: '已说明，待结论',
      CONCLUDED: '已有结论',
      WITHDRAWN: '已撤回',
    },
  },
  terminalUserState: {
    title: '终端用户状态',
    labels: {
      NORMAL: '正常',
      WARNED: '已警告',
      LIMITED: '已限制',
      FROZEN: '已冻结',
    },
  },
  contentIncidentState: {
    title: '内容处置状态',
    labels: {
      FOUND: '已发现',
      HANDLED: '已处理',
      RECTIFYING: '整改中',
      SUBMITTED: '待核验',
      CLOSED: '已办结',
    },
  },
  dockingRecordState: {
    title: '对接记录状态',
    labels: {
      PLANNED: '已计划',
      IN_PROGRESS: '对接中',
      BLOCKED: '受阻',
      TAKEN_UP: '受阻，管理单位协调中',
      DONE: '已完成',
    },
  },
  cooperationItemState: {
    title: '配合事项状态',
    labels: { OPEN: '待配合', DONE: '已完成', NOT_DONE: '不能配合', CANCELLED: '已取消' },
  },
  policyDocumentState: {
    title: '政策文件状态',
    labels: { PUBLISHED: '已发布', WITHDRAWN: '已撤下' },
  },
  budgetDeclarationState: {
    title: '经费预算情况状态',
    labels: { DUE: '待填报', DECLARED: '已填报' },
  },
  coordinationItemState: {
    title: '协调事项状态',
    labels: { OPEN: '协调中', SETTLED: '已办结', CANCELLED: '已取消' },
  },
  productWorkState: {
    title: '产品运营状态',
    labels: { DUE: '待完成', DONE: '已完成' },
  },
} as const satisfies Record<string, CodeList>;
