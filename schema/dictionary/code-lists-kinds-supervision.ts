import type { CodeList } from './code-list-type.ts';

/** Kinds in the registers of problems, rectification and accountability (articles 28 to 31, 41, 45, 63 and 72). */
export const SUPERVISION_KIND_CODE_LISTS = {
  responsibilityBearer: {
    title: '责任承担方',
    labels: {
      SUBJECT: '调查对象',
      OTHER: '查明的其他方',
      APP_PROVIDER: '应用的责任单位',
      OWNER_UNIT: '业主单位',
      PROJECT_COMPANY: '项目公司',
    },
  },
  accountabilityLead: {
    title: '追责牵头单位',
    labels: {
      MANAGEMENT_UNIT: '管理单位',
      PROJECT_COMPANY: '项目公司',
    },
  },
  accountabilityMeasure: {
    title: '追责处理方式',
    labels: {
      CRITICISM: '通报批评',
      RECTIFICATION: '限期整改',
      AGREEMENT: '依授权协议处理',
      CONCESSION: '依特许经营协议处理',
      LEGAL: '依法处理或移送',
      OTHER: '其他',
    },
  },
  responsibilityFinding: {
    title: '责任认定',
    labels: {
      SUBJECT: '调查对象自身原因',
      OTHER: '查明是其他方',
      APP_PROVIDER: '应用自身原因，由其责任单位负责',
      UNDETERMINED: '责任方查不清',
    },
  },
  accountabilityScope: {
    title: '追责事由',
    labels: {
      OPS: '运维',
      PUBLIC_OPERATION: '公共服务运营',
      MARKET: '市场化服务',
      SECURITY: '安全',
      BRAND: '品牌',
    },
  },
  accountabilitySubject: {
    title: '被追责的对象',
    labels: {
      GOVERNMENT: '政府部门、设区市或县',
      INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
      OWNER_UNIT: '业主单位',
      PROJECT_COMPANY: '项目公司',
      ENTERPRISE: '企业',
      PERSON: '个人',
    },
  },
  jointDepartment: {
    title: '会同的部门',
    labels: {
      CYBERSPACE: '网信',
      PUBLIC_SECURITY: '公安',
      STATE_SECURITY: '国安',
      SECRECY: '保密',
      INDUSTRY: '行业主管部门',
      OTHER: '其他部门',
    },
  },
  containmentBasis: {
    title: '先行处理的依据',
    labels: {
      MANAGEMENT_ORDER: '管理单位要求',
      PROVIDER_REQUEST: '提供方要求',
      AGREEMENT: '授权协议',
      EMERGENCY: '应急先行',
    },
  },
  orderedContainmentBasis: {
    title: '项目公司先行处理的依据',
    labels: {
      MANAGEMENT_ORDER: '管理单位要求',
      PROVIDER_REQUEST: '提供方要求',
      AGREEMENT: '授权协议',
    },
  },
  contentIncidentKind: {
    title: '违规内容种类',
    labels: {
      VIOLATION: '违规信息',
      OPINION_RISK: '舆情风险',
    },
  },
  contentIncidentLevel: {
    title: '违规内容的程度',
    labels: {
      MAJOR: '重大',
      SERIOUS: '较重',
      ORDINARY: '一般',
    },
  },
  contentIncidentMeasure: {
    title: '违规内容的处理',
    labels: {
      HIDE: '隐藏内容',
      REMOVE: '撤下内容',
      RESTRICT_PROVIDER: '限制提供方发布',
    },
  },
  contentMeasure: {
    title: '问题内容的处理',
    labels: {
      HIDE: '隐藏',
      REMOVE: '删除',
    },
  },
  problemScope: {
    title: '问题所属',
    labels: {
      PUBLIC_OPERATION: '公共服务运营',
      MARKET_CONSTRUCTION: '市场化服务建设',
      MARKET_OPERATION: '市场化服务运营',
      GOVERNMENT_CONSTRUCTION: '政府应用建设',
    },
  },
  problemSeverity: {
    title: '问题的严重程度',
    labels: {
      MAJOR: '重大',
      SERIOUS: '较重',
      ORDINARY: '一般',
    },
  },
  dataOperationIndicator: {
    title: '数据运营检查内容',
    labels: {
      SECURITY: '安全',
      LEGALITY: '合法',
      RESULT: '成效',
    },
  },
  dataOperator: {
    title: '数据运营的单位',
    labels: {
      OWNER_UNIT: '业主单位',
      PROJECT_COMPANY: '项目公司',
    },
  },
  escalationMeasure: {
    title: '整改升级处理',
    labels: {
      CONCESSION_HANDLING: '依特许经营协议处理',
      LEGAL_HANDLING: '依法处理',
      DELISTING: '下架应用',
      AGREEMENT_TERMINATION: '终止授权协议',
      OTHER: '其他',
    },
  },
  rectificationCause: {
    title: '整改原因',
    labels: {
      ILLEGAL: '违法违规',
      HAZARD: '存在隐患',
      DEFECT: '运行缺陷',
      OTHER: '其他',
    },
  },
  rectificationKind: {
    title: '整改种类',
    labels: {
      DATA_OPERATION: '数据运营',
      SECURITY: '安全',
      PUBLIC_OPERATION: '公共服务运营',
      MARKET_APP: '市场化应用',
      UNIT_OPERATIONS: '提供方运维',
      INSPECTION: '巡检检测',
      ASSESSMENT: '考核',
      OTHER: '其他',
    },
  },
  rectificationSubject: {
    title: '整改的单位',
    labels: {
      PROJECT_COMPANY: '项目公司',
      OWNER_UNIT: '业主单位',
      INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
      ECOSYSTEM_UNIT: '生态单位',
      GOVERNMENT_BODY: '政府单位',
    },
  },
  checkOutcome: {
    title: '运维检查的结果',
    labels: {
      SOUND: '未发现问题',
      DEFECTIVE: '发现问题',
    },
  },
  evidenceSubject: {
    title: '留存的对象',
    labels: {
      PROBLEM_CASE: '问题处置',
      CONTENT_ITEM: '内容',
    },
  },
} as const satisfies Record<string, CodeList>;
