import type { CodeList } from './code-list-type.ts';

/** The states of the registers of safety (articles 64 to 73). */
export const SAFETY_STATE_CODE_LISTS = {
  vulnerabilityState: {
    title: '安全漏洞状态',
    labels: {
      NOTIFIED: '已通知，待处理',
      RECTIFYING: '整改中',
      DELISTED: '已责令下架，待修复',
      FIX_SUBMITTED: '已提交修复，待复核',
      VERIFIED: '复核通过',
      CLOSED: '已办结',
    },
  },
  hiddenDangerState: {
    title: '安全隐患状态',
    labels: {
      FOUND: '已发现，待指派',
      ASSIGNED: '已指派，待排除',
      FIXED: '已排除，待核验',
      VERIFIED: '核验通过',
      CLOSED: '已办结',
    },
  },
  safetyCheckState: {
    title: '安全检查状态',
    labels: {
      DUE: '待完成',
      DONE: '已完成',
    },
  },
  riskAssessmentState: {
    title: '风险评估状态',
    labels: {
      DUE: '待评估',
      CURRENT: '已评估',
      RESTING: '应用不在架，暂不评估',
    },
  },
  safetyAgreementState: {
    title: '安全管理协议状态',
    labels: {
      IN_FORCE: '生效',
      TERMINATED: '已终止',
      EXPIRED: '已到期',
    },
  },
  trainingSessionState: {
    title: '安全培训状态',
    labels: {
      PLANNED: '已通知',
      HELD: '已举办',
      SUPERSEDED: '已举办，另有更近的一次',
      CANCELLED: '已取消',
    },
  },
  commercialDataProfileState: {
    title: '商业数据保护状态',
    labels: {
      REQUESTED: '待登记',
      CURRENT: '已登记',
    },
  },
  supervisionNoteState: {
    title: '监管意见状态',
    labels: {
      NOTED: '已提出，待阅处',
      ANSWERED: '已阅处',
      WITHDRAWN: '已撤回',
    },
  },
  terminalCheckState: {
    title: '终端检查状态',
    labels: {
      DUE: '待检查',
      PASSED: '合格',
      FAILED: '不合格，待整改',
      ENDED: '已不在岗',
    },
  },
  cryptoProfileState: {
    title: '密码应用情况状态',
    labels: {
      KEPT: '已登记',
      RETIRED: '不再使用',
    },
  },
  mlpsRecordState: {
    title: '等级保护状态',
    labels: {
      KEPT: '有效',
      ENDED: '平台已停用',
    },
  },
  complianceTaskState: {
    title: '测评任务状态',
    labels: {
      DUE: '待完成',
      DONE: '已完成',
      LAPSED: '平台已下线',
    },
  },
  securityProgrammeState: {
    title: '安全措施状态',
    labels: {
      RUNNING: '执行中',
      ENDED: '已结束',
    },
  },
  dataLeakCaseState: {
    title: '数据泄露状态',
    labels: {
      REPORTED: '已报告，待核实',
      CONFIRMED: '已核实，待决定',
      RECTIFYING: '责令整改',
      MENDED: '已整改，待核验',
      CLOSED: '已办结',
      TERMINATED: '终止合作',
      DISMISSED: '查无泄露',
    },
  },
  backupRecordState: {
    title: '备份记录状态',
    labels: {
      KEPT: '已登记',
    },
  },
  restoreDrillState: {
    title: '恢复演练状态',
    labels: {
      LATEST: '最近一次',
      SUPERSEDED: '另有更近的一次',
    },
  },
  privacyNoticeState: {
    title: '个人信息告知书状态',
    labels: {
      PUBLISHED: '现行',
      SUPERSEDED: '已被新版替代',
    },
  },
  consentRecordState: {
    title: '同意记录状态',
    labels: {
      GIVEN: '有效',
      WITHDRAWN: '已撤回',
    },
  },
} as const satisfies Record<string, CodeList>;
