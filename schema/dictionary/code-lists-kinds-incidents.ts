import type { CodeList } from './code-list-type.ts';

/** Kinds in the registers of operation and incidents (articles 47 and 56 to 62). */
export const INCIDENT_KIND_CODE_LISTS = {
  announcementKind: {
    title: '公告种类',
    labels: {
      NOTICE: '通知',
      MAINTENANCE: '维护',
      STANDARD: '标准发布',
      DELISTING: '下架',
    },
  },
  outageScope: {
    title: '中断范围',
    labels: {
      NONE: '没有中断',
      WHOLE_PLATFORM: '底座或基础平台中断，智桂通整体不能使用',
      PARTIAL_PLATFORM: '底座或基础平台中断，部分应用不能使用',
      SINGLE_APP: '个别应用自身中断，底座正常',
      UNSTABLE: '不稳定、间断或明显变慢',
    },
  },
  probeKind: {
    title: '监测方式',
    labels: {
      HTTP: 'HTTP 请求',
      TCP: 'TCP 连接',
      CERTIFICATE: 'TLS 证书',
      MANUAL: '人工巡检',
    },
  },
  patrolOutcome: {
    title: '人工巡检的结果',
    labels: {
      NORMAL: '正常',
      ABNORMAL: '异常',
    },
  },
  damagedData: {
    title: '受损的数据',
    labels: {
      NONE: '没有数据受损',
      IDENTITY: '身份认证、电子证照、电子印章等基础或敏感数据',
      PERSONAL: '姓名、证件号、联系方式、住址等个人信息',
      IMPORTANT: '重要业务数据',
      GENERAL: '一般业务数据',
    },
  },
  dataEffect: {
    title: '数据受损的评估',
    labels: {
      UNASSESSED: '尚未评估（按已构成对待）',
      FOUND: '经评估，已构成',
      NOT_FOUND: '经评估，未构成',
    },
  },
  incidentThreat: {
    title: '事件的危害程度',
    labels: {
      NONE: '没有威胁',
      ESPECIALLY_SERIOUS: '特别严重',
      SERIOUS: '严重',
      FAIRLY_LARGE: '较大',
      SOME: '一定',
    },
  },
  incidentSource: {
    title: '事件发现方式',
    labels: {
      PERSON: '人员发现',
      MONITOR: '平台监测',
      ALERT: '外部告警',
    },
  },
  levelCriterion: {
    title: '事件定级的标准',
    labels: {
      OUTAGE: '平台中断时长',
      DATA: '受损数据种类',
      THREAT: '对社会的威胁',
    },
  },
  incidentEntryKind: {
    title: '处置过程记录的种类',
    labels: {
      DETECTED: '发现',
      LEVEL_SET: '定级',
      ESCALATED: '事件升级',
      LOWERED: '降级',
      OUTAGE: '中断变化',
      PROGRESS_MISSED: '进展逾期',
      COMMANDER: '指挥长',
      NOTICE: '对外通报',
      NOTE: '处置记录',
    },
  },
  noticeDecision: {
    title: '对外通报的决定',
    labels: {
      NOTIFIED: '已通报',
      NOT_NEEDED: '不需要通报',
    },
  },
  noticeRecipient: {
    title: '对外通报的对象',
    labels: {
      PUBLIC_SECURITY: '公安机关',
      CYBERSPACE: '网信部门',
      OTHER: '其他部门',
    },
  },
  inspectionItem: {
    title: '巡检检测的检查项',
    labels: {
      DAILY_REACHABLE: '日：平台和在架应用可以访问',
      DAILY_SIGN_IN: '日：统一身份登录正常',
      DAILY_PAYMENT: '日：统一支付正常',
      DAILY_RESOURCES: '日：云、网、安全资源用量正常',
      DAILY_ALERTS: '日：告警都已处理',
      DAILY_CONTENT: '日：首页和推荐位内容无违规',
      DAILY_BACKUP: '日：备份已完成',
      WEEKLY_PERFORMANCE: '周：关键接口响应时间达标',
      WEEKLY_VULNERABILITIES: '周：漏洞扫描无新增高危',
      WEEKLY_CERTIFICATES: '周：域名和证书三十天内不到期',
      WEEKLY_LOGS: '周：日志完整、可检索',
      WEEKLY_ACCOUNTS: '周：账号和权限与在岗人员一致',
      MONTHLY_CAPACITY: '月：容量趋势可支撑下一季度',
      MONTHLY_COMPLAINTS: '月：投诉热点有处理结论',
      MONTHLY_INTERFACES: '月：接口可用率达标',
      MONTHLY_BRAND: '月：品牌使用与授权一致',
      MONTHLY_RECTIFICATIONS: '月：整改按期推进',
      QUARTERLY_APPS: '季：在架应用逐个检查',
      QUARTERLY_AGREEMENTS: '季：协议和授权都在有效期内',
      QUARTERLY_STANDARDS: '季：在架版本符合现行规范',
      QUARTERLY_DATA: '季：数据使用与批准一致',
      QUARTERLY_OPS_PROFILES: '季：提供方运维档案有效',
      ANNUAL_REVIEW: '年：全年巡检检测情况已汇总',
      ANNUAL_DRILLS: '年：应急和恢复演练已开展',
      ANNUAL_MECHANISMS: '年：机制文件现行有效',
      ANNUAL_REPORT: '年：年度监管报告已编写',
    },
  },
  appFinding: {
    title: '应用普查的结果',
    labels: {
      NORMAL: '正常',
      ABNORMAL: '异常',
    },
  },
  opsAssetKind: {
    title: '运维资产种类',
    labels: {
      CLOUD: '云',
      NETWORK: '网络',
      SECURITY: '安全',
    },
  },
  opsResponsible: {
    title: '运维责任方',
    labels: {
      INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
      PROJECT_COMPANY: '项目公司',
    },
  },
  teamKind: {
    title: '团队种类',
    labels: {
      OPS: '运维团队',
      PRODUCT: '产品运营团队',
      CUSTOMER_SERVICE: '专门客服团队',
    },
  },
  mechanismKind: {
    title: '工作机制种类',
    labels: {
      OPERATION_SUPERVISION: '运营监管机制',
      PUBLIC_ACCOUNTABILITY: '公共服务问题追责机制',
      MARKET_ACCOUNTABILITY: '市场化服务问题追责机制',
      OPS_SYSTEM: '运维制度',
      OPS_GUARANTEE: '运维保障机制',
      EMERGENCY_RESPONSE: '应急响应机制',
      INCIDENT_RESPONSE: '应急事件处置机制',
      OPS_ACCOUNTABILITY: '运维责任追究机制',
      PRODUCT_OPERATION: '产品运营体系',
    },
  },
  hotlineChannel: {
    title: '热线来源',
    labels: {
      PORTAL: '门户',
      GOV_12345: '12345 转来',
    },
  },
  hotlineLine: {
    title: '答复的热线',
    labels: {
      GOV_12345: '12345 热线',
      DEDICATED: '专用热线',
    },
  },
  hotlineRelation: {
    title: '是否涉及政府业务',
    labels: {
      GOVERNMENT: '涉及政府业务',
      OTHER: '不涉及政府业务',
    },
  },
  hotlineTopic: {
    title: '热线事项',
    labels: {
      POLICY: '政策咨询',
      SOCIAL_SECURITY: '社保、就业',
      GOVERNMENT_SERVICE: '政务办事',
      HEALTH_EDUCATION: '医疗、教育等公共服务',
      APP_USE: '应用使用问题',
      ACCOUNT: '账号与登录',
      PAYMENT_ORDER: '支付与订单',
      MERCHANT: '商家、优惠券和活动',
      COMPLAINT: '对平台或应用的投诉',
      SUGGESTION: '建议',
    },
  },
  opsAssetUse: {
    title: '运维资产用于哪一类应用',
    labels: {
      PUBLIC: '公共服务应用',
      MARKET: '市场化服务应用',
    },
  },
  incidentCause: {
    title: '事件原因的认定',
    labels: {
      APP_OWN_CAUSE: '应用自身原因',
      PLATFORM: '平台自身原因',
      INFRASTRUCTURE: '基础设施原因',
      EXTERNAL: '外部原因',
      OTHER: '其他原因',
      UNDETERMINED: '原因查不清',
    },
  },
} as const satisfies Record<string, CodeList>;
