/** What a rectification is about; decides who orders it (articles 28, 31, 41, 58, 72 and 73). */
export const RECTIFICATION_KINDS = {
  DATA_OPERATION: '数据运营',
  SECURITY: '安全',
  PUBLIC_OPERATION: '公共服务运营',
  MARKET_APP: '市场化应用',
  UNIT_OPERATIONS: '提供方运维',
  INSPECTION: '巡检检测',
  ASSESSMENT: '考核',
  OTHER: '其他',
} as const;

/** Why it is ordered (article 31). */
export const RECTIFICATION_CAUSES = {
  ILLEGAL: '违法违规',
  HAZARD: '存在隐患',
  DEFECT: '运行缺陷',
  OTHER: '其他',
} as const;

/** Who has to mend. */
export const RECTIFICATION_SUBJECTS = {
  PROJECT_COMPANY: '项目公司',
  OWNER_UNIT: '业主单位',
  INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
  ECOSYSTEM_UNIT: '生态单位',
  GOVERNMENT_BODY: '政府单位',
} as const;

/** What is resorted to when mending failed (articles 31, 52, 70 and 72). */
export const ESCALATION_MEASURES = {
  CONCESSION_HANDLING: '依特许经营协议处理',
  LEGAL_HANDLING: '依法处理',
  DELISTING: '下架应用',
  AGREEMENT_TERMINATION: '终止授权协议',
  OTHER: '其他',
} as const;

/** What a problem case is about; decides who leads it (articles 28 and 41). */
export const PROBLEM_SCOPES = {
  PUBLIC_OPERATION: '公共服务运营',
  MARKET_CONSTRUCTION: '市场化服务建设',
  MARKET_OPERATION: '市场化服务运营',
  GOVERNMENT_CONSTRUCTION: '政府应用建设',
} as const;

export const PROBLEM_SEVERITIES = {
  MAJOR: '重大',
  SERIOUS: '较重',
  ORDINARY: '一般',
} as const;

/** On whose word something is taken away (article 28). */
export const CONTAINMENT_BASES = {
  MANAGEMENT_ORDER: '管理单位要求',
  PROVIDER_REQUEST: '提供方要求',
  AGREEMENT: '授权协议',
  EMERGENCY: '应急先行',
} as const;

/** What evidence is kept of (articles 28, 41 and 45). */
export const EVIDENCE_SUBJECTS = {
  PROBLEM_CASE: '问题处置',
  CONTENT_ITEM: '内容',
} as const;

export const CONTENT_MEASURES = {
  HIDE: '隐藏',
  REMOVE: '删除',
} as const;

/** Who checks the operation of data together with the management unit (article 30). */
export const JOINT_DEPARTMENTS = {
  CYBERSPACE: '网信',
  PUBLIC_SECURITY: '公安',
  STATE_SECURITY: '国安',
  SECRECY: '保密',
  INDUSTRY: '行业主管部门',
  OTHER: '其他部门',
} as const;

/** Whose operation of data is checked (article 30). */
export const DATA_OPERATORS = {
  OWNER_UNIT: '业主单位',
  PROJECT_COMPANY: '项目公司',
} as const;

/** What is looked at (article 30); results only where the parameter says so. */
export const DATA_OPERATION_INDICATORS = {
  SECURITY: '安全',
  LEGALITY: '合法',
  RESULT: '成效',
} as const;

/** Whether a check found what has to be mended. */
export const CHECK_OUTCOMES = {
  SOUND: '未发现问题',
  DEFECTIVE: '发现问题',
} as const;

/** What a dispute over business is (article 54). */
export const DISPUTE_KINDS = {
  DISPUTE: '纠纷',
  LITIGATION: '诉讼或仲裁',
  OTHER: '其他',
} as const;

/** Who takes part in a dispute (article 54). */
export const DISPUTE_PARTIES = {
  OWNER_UNIT: '业主单位',
  PROJECT_COMPANY: '项目公司',
  ECOSYSTEM_UNIT: '生态单位',
  COUNTERPART: '其他方',
} as const;

/** What it does to the brand (article 54). */
export const BRAND_IMPACTS = {
  NONE: '没有影响',
  ADVERSE: '有不良影响',
} as const;

/** The mechanisms that the measure demands, and who makes each (articles 27, 28, 41, 43, 58, 61 and 63). */
export const MECHANISM_KINDS = {
  OPERATION_SUPERVISION: '运营监管机制',
  PUBLIC_ACCOUNTABILITY: '公共服务问题追责机制',
  MARKET_ACCOUNTABILITY: '市场化服务问题追责机制',
  OPS_SYSTEM: '运维制度',
  OPS_GUARANTEE: '运维保障机制',
  EMERGENCY_RESPONSE: '应急响应机制',
  INCIDENT_RESPONSE: '应急事件处置机制',
  OPS_ACCOUNTABILITY: '运维责任追究机制',
  PRODUCT_OPERATION: '产品运营体系',
} as const;

export type MechanismKind = keyof typeof MECHANISM_KINDS;
