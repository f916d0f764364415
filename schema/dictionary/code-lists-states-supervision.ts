import type { CodeList } from './code-list-type.ts';

/** The states of inspections, problems and what is kept of them. */
export const SUPERVISION_STATE_CODE_LISTS = {
  problemCaseState: {
    title: '问题处置状态',
    labels: {
      OPENED: '已立案，待留存材料',
      EVIDENCE_KEPT: '材料已留存',
      CONTAINED: '已下架或处理，待报备',
      REPORTED: '已书面报备',
      HANDLING: '处置中',
      DECIDED: '已决定',
      CLOSED: '已办结',
      DISMISSED: '不成立',
    },
  },
  evidenceState: {
    title: '留存材料状态',
    labels: {
      KEPT: '已留存',
    },
  },
  inspectionTaskState: {
    title: '巡检检测状态',
    labels: {
      SCHEDULED: '待开展',
      IN_PROGRESS: '开展中',
      DONE_NORMAL: '已完成，正常',
      DONE_ABNORMAL: '已完成，有异常',
    },
  },
  hotlineTicketState: {
    title: '热线工单状态',
    labels: {
      ROUTED: '已分流',
      TRANSFERRING: '转办中',
      TRANSFERRED: '已转办',
      ANSWERED: '已答复',
      REVISITED: '已回访',
      CLOSED: '已办结',
    },
  },
  calendarFeedState: {
    title: '日历订阅状态',
    labels: {
      ACTIVE: '有效',
      REVOKED: '已取消',
    },
  },
  businessNormState: {
    title: '商业规范状态',
    labels: {
      DRAFT: '草稿',
      PUBLISHED: '现行',
      SUPERSEDED: '已被替代',
      DISCARDED: '已放弃',
    },
  },
  unitAssessmentState: {
    title: '单位考核状态',
    labels: {
      SCHEDULED: '待评分',
      SCORED: '已评分，待告知',
      PUBLISHED_TO_UNIT: '已告知，可以申诉',
      APPEALED: '申诉中',
      CONFIRMED: '已确认',
    },
  },
  commercialCooperationState: {
    title: '商业合作状态',
    labels: {
      IN_FORCE: '合作中',
      ENDED: '已结束',
    },
  },
  dataOperationInspectionState: {
    title: '数据运营检查状态',
    labels: {
      PLANNED: '已计划',
      CONDUCTING: '检查中',
      FINDINGS_ISSUED: '已通报结果',
      CLOSED: '已办结',
      CANCELLED: '已取消',
    },
  },
  disputeRecordState: {
    title: '商业纠纷状态',
    labels: {
      OPEN: '处理中',
      SETTLED: '已和解',
      JUDGED: '已裁判',
      CLOSED: '已办结',
    },
  },
  unitOpsCheckState: {
    title: '单位运维检查结果',
    labels: {
      SOUND: '未发现问题',
      DEFECTIVE: '发现问题，已责令整改',
    },
  },
  mechanismDocumentState: {
    title: '机制文件状态',
    labels: {
      DRAFT: '待签署和指导',
      IN_FORCE: '现行',
      SUPERSEDED: '已被替代',
      WITHDRAWN: '已撤回',
    },
  },
  teamRecordState: {
    title: '团队状态',
    labels: {
      ACTIVE: '在岗',
      DISSOLVED: '已撤销',
    },
  },
  opsAssetState: {
    title: '运维资产状态',
    labels: {
      IN_USE: '在用',
      RETIRED: '已停用',
    },
  },
} as const satisfies Record<string, CodeList>;
