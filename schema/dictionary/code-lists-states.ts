import type { CodeList } from './code-list-type.ts';

/** The states of every lifecycle, in the order in which a record usually passes them. */
export const STATE_CODE_LISTS = {
  ecosystemUnitState: {
    title: '生态单位状态',
    labels: {
      DRAFT: '草稿',
      SUBMITTED: '待授权',
      AUTHORIZED: '已授权，待批准',
      ACTIVE: '已批准',
      SUSPENDED: '已暂停',
      EXITING: '退出办理中',
      EXITED: '已退出',
      TERMINATED: '已终止',
      DECLINED: '未获授权',
      REJECTED: '未获批准',
    },
  },
  authorizationAgreementState: {
    title: '授权协议状态',
    labels: {
      SIGNED: '已签署，未生效',
      IN_FORCE: '生效中',
      SUSPENDED: '已中止',
      TERMINATED: '已终止',
      EXPIRED: '已到期',
    },
  },
  brandAuthorizationState: {
    title: '品牌授权状态',
    labels: {
      REQUESTED: '待项目公司授权',
      PENDING_CONSENT: '待管理单位同意',
      EFFECTIVE: '生效',
      SUSPENDED: '已暂停',
      REVOKED: '已撤销',
      EXPIRED: '已到期',
      REFUSED: '管理单位不同意',
      DECLINED: '项目公司不授权',
      WITHDRAWN: '已撤回',
    },
  },
  trademarkState: {
    title: '商标状态',
    labels: {
      PREPARING: '准备中',
      FILED: '已申请注册',
      REGISTERED: '已注册',
      LAPSED: '已失效',
    },
  },
  trademarkLicenseState: {
    title: '商标许可状态',
    labels: {
      IN_FORCE: '有效',
      SUSPENDED: '已暂停',
      ENDED: '已结束',
    },
  },
  stopOrderState: {
    title: '叫停令状态',
    labels: {
      ISSUED: '已下达',
      CONFIRMED: '已确认停止',
      DISPOSED: '已处置',
      CLOSED: '已关闭',
    },
  },
  misuseReportState: {
    title: '冒用举报状态',
    labels: {
      REPORTED: '已举报',
      EVIDENCE_KEPT: '已留存材料',
      VERIFIED: '已核实',
      DISMISSED: '不成立',
      SUPPORT_REQUESTED: '已请求支持',
      SUPPORTED: '已获支持',
      ENFORCING: '维权中',
      CLOSED: '已关闭',
    },
  },
  capabilityState: {
    title: '能力状态',
    labels: {
      DRAFT: '草稿',
      PUBLISHED: '已发布',
      DEPRECATED: '不再推荐',
      WITHDRAWN: '已撤下',
      DISCARDED: '已作废',
    },
  },
  capabilityRequestState: {
    title: '能力申请状态',
    labels: {
      SUBMITTED: '待审批',
      APPROVED: '已批准，待开通',
      PROVISIONED: '已开通',
      SUSPENDED: '已暂停',
      REVOKED: '已撤销',
      EXPIRED: '已到期',
      REJECTED: '未批准',
      WITHDRAWN: '已撤回',
    },
  },
  machineCredentialState: {
    title: '程序凭证状态',
    labels: {
      ACTIVE: '有效',
      REVOKED: '已撤销',
      EXPIRED: '已到期',
    },
  },
  filingState: {
    title: '备案状态',
    labels: {
      DUE: '待提交',
      SUBMITTED: '已提交',
      RETURNED: '退回补正',
      FILED: '已登记',
    },
  },
  memberState: {
    title: '成员状态',
    labels: {
      ACTIVE: '在任',
      REMOVED: '已移除',
    },
  },
  ownerUnitState: {
    title: '业主单位状态',
    labels: {
      IN_FORCE: '特许经营有效',
      ENDED: '已终止',
    },
  },
  projectCompanyState: {
    title: '项目公司状态',
    labels: {
      ACTIVE: '在任',
      ENDED: '已终止',
    },
  },
  governmentBodyState: {
    title: '政府单位状态',
    labels: {
      ACTIVE: '参与中',
      ENDED: '已终止',
    },
  },
  announcementState: {
    title: '公告状态',
    labels: {
      DRAFT: '草稿',
      PUBLISHED: '已发布',
      WITHDRAWN: '已撤下',
    },
  },
  workCalendarState: {
    title: '工作日历状态',
    labels: {
      ANNOUNCED: '已公布',
    },
  },
  appState: {
    title: '应用状态',
    labels: {
      DRAFT: '未上架',
      LISTED: '已上架',
      DELISTING: '下架公告中',
      SUSPENDED: '随单位暂停',
      DELISTED: '已下架',
      FORCED_DELISTED: '已强制下架',
      RETIRED: '已终止',
    },
  },
  contentItemState: {
    title: '内容状态',
    labels: {
      DRAFT: '草稿',
      PENDING_REVIEW: '待审查',
      REVIEWED: '审查通过，待发布',
      REJECTED: '审查不通过',
      PUBLISHED: '已发布',
      HIDDEN: '已隐藏',
      OFFLINE: '随应用下线',
      REMOVED: '已撤下',
    },
  },
  appScoreState: {
    title: '应用评分状态',
    labels: {
      COMPUTED: '系统算出',
      CORRECTED: '已更正',
    },
  },
  appVersionState: {
    title: '应用版本状态',
    labels: {
      DRAFT: '草稿',
      CONFIGURED: '已配置',
      TESTING: '测试中',
      TESTED: '测试通过',
      IN_REVIEW: '审核中',
      PENDING_CONFIRMATION: '待管理单位终审',
      LISTED: '已上架',
      SUPERSEDED: '已被新版本替代',
      DELISTED: '已下架',
      ABANDONED: '已放弃',
    },
  },
  delistingRequestState: {
    title: '下架申请状态',
    labels: {
      REQUESTED: '已提出',
      RETURNED: '已退回补充',
      REVIEWED: '待公告',
      ANNOUNCING: '公告中',
      COMPLETED: '已下架',
      WITHDRAWN: '已撤回',
    },
  },
  forcedDelistingState: {
    title: '强制下架状态',
    labels: {
      OPENED: '已立案，待留存材料',
      EVIDENCE_KEPT: '材料已留存',
      EXECUTED: '已下架，待整改',
      RECTIFYING: '整改待核验',
      VERIFIED: '核验通过',
      LIFTED: '已恢复上架',
      PERMANENT: '终止，不再上架',
      DISMISSED: '不予下架',
    },
  },
  standardCheckState: {
    title: '规范检查结论',
    labels: {
      PASSED: '通过',
      FAILED: '未通过',
    },
  },
  systemPlatformState: {
    title: '系统平台状态',
    labels: {
      BUILDING: '建设中',
      GO_LIVE_SUBMITTED: '上线待批准',
      GO_LIVE_APPROVED: '已批准，待上线',
      LIVE: '运行中',
      OFFLINE_REQUESTED: '下线待批准',
      OFFLINE_APPROVED: '已批准，待下线',
      OFFLINE: '已下线',
    },
  },
  incidentState: {
    title: '事件状态',
    labels: {
      DETECTED: '已发现',
      REPORTED: '已报告',
      HANDLING: '处置中',
      VERIFYING: '回归验证',
      ENDED: '应急结束',
      REPORT_FILED: '报告已报送',
      CLOSED: '已关闭',
      DISMISSED: '误报',
    },
  },
  rectificationState: {
    title: '整改状态',
    labels: {
      ISSUED: '已下达',
      RECEIVED: '已签收',
      SUBMITTED: '已提交结果',
      CLOSED: '已通过',
      ESCALATED: '已升级',
      WITHDRAWN: '已撤销',
    },
  },
  organizationStatus: {
    title: '单位登记状态',
    labels: {
      PENDING: '待确认',
      ACTIVE: '有效',
      ENDED: '已结束',
    },
  },
  standardState: {
    title: '标准状态',
    labels: {
      IN_USE: '在用',
      ABOLISHED: '已废止',
    },
  },
  standardVersionState: {
    title: '标准版本状态',
    labels: {
      DRAFT: '草稿',
      ANNOUNCED: '已公布，待施行',
      PUBLISHED: '现行',
      TRANSITION: '过渡期内',
      SUPERSEDED: '已被替代',
      ABOLISHED: '已废止',
      DISCARDED: '已弃稿',
    },
  },
} as const satisfies Record<string, CodeList>;
