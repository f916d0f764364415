import { SERVICE_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-services.ts';

/** Kinds of work that an agreement opens to a unit (article 7). */
export const WORK_SCOPES = {
  CONSTRUCTION: '建设',
  OPERATION: '运营',
  SECURITY: '安全',
  BUSINESS: '商务',
} as const;

/** Kinds of commercial activity for which the brand may be used (articles 48 and 50). */
export const BRAND_ACTIVITIES = {
  PRODUCT_LABELING: '产品标识',
  SERVICE_PROMOTION: '服务推广',
  EVENT: '展会与活动',
  ADVERTISING: '广告宣传',
  JOINT_OPERATION: '联合运营',
  MERCHANDISE: '文创周边',
} as const;

/** Where the brand may appear. */
export const BRAND_CHANNELS = {
  MOBILE_APP: '移动应用与小程序',
  WEBSITE: '网站',
  SOCIAL_MEDIA: '社交媒体',
  PRINT: '印刷品',
  OUTDOOR: '户外',
  OFFLINE_VENUE: '线下场所',
} as const;

/** What kind of applicant a unit is; only enterprises may enter (article 7). */
export const UNIT_TYPES = {
  ENTERPRISE: '企业',
  INDIVIDUAL: '个人',
  GOVERNMENT: '机关',
  PUBLIC_INSTITUTION: '事业单位',
  SOCIAL_ORGANIZATION: '社会组织',
} as const;

/** Clauses that an agreement carries; the first binds a unit to the measure at all (article 13). */
export const AGREEMENT_CLAUSES = {
  ACCEPTS_MEASURE: '遵守管理办法',
  BRAND_CONDUCT: '品牌使用规范',
  DATA_LEAK_TERMINATION: '数据泄露终止条款',
  VIOLATION_HANDLING: '违规处理',
  EXIT: '退出安排',
} as const;

/** The industries that an agreement may be limited to (articles 35 and 38). */
export const INDUSTRY_CATEGORIES = SERVICE_CODE_LISTS.industryCategory.labels;

/** What a concession covers (article 5). */
export const CONCESSION_SCOPES = {
  INVESTMENT: '投资',
  CONSTRUCTION: '建设',
  OPERATION: '运营',
  SECURITY_OPS: '安全运维',
} as const;

/** Government bodies that the measure binds (article 13). */
export const GOVERNMENT_PARTIES = {
  GOVERNMENT_DEPARTMENT: '政府部门',
  MUNICIPALITY: '设区市',
  COUNTY: '县（市、区）',
} as const;

/** The level that a government body stands on. */
export const GOVERNMENT_LEVELS = { REGION: '自治区', CITY: '设区市', COUNTY: '县（市、区）' } as const;

/** How a member's real name was checked (article 68). */
export const VERIFICATION_METHODS = {
  ID_DOCUMENT: '当面核对身份证件',
  UNIFIED_IDENTITY: '统一身份认证',
  EMPLOYMENT_RECORD: '核对在职证明',
} as const;

/** On what ground a unit leaves (article 42). */
export const EXIT_GROUNDS = {
  VOLUNTARY: '自愿退出',
  ASSESSMENT: '考核不合格',
  AGREEMENT_END: '协议到期或终止',
  VIOLATION: '违规',
} as const;

/** How a unit's year was (article 42). */
export const UNIT_GRADE_LABELS = { A: '优秀', B: '良好', C: '合格', D: '不合格' } as const;

/** What business norms are about (article 53). */
export const NORM_KINDS = {
  BUSINESS_MODEL: '商业模式规范',
  ASSESSMENT: '考核规范',
  EXIT: '退出规范',
} as const;

/** What the company and a unit do together (articles 48 and 53). */
export const COOPERATION_KINDS = {
  JOINT_OPERATION: '联合运营',
  PROMOTION: '推广',
  ADVERTISING: '广告',
  SERVICE_PURCHASE: '服务采购',
  OTHER: '其他',
} as const;

/** Terms that shut out or limit competition (articles 46 and 53). */
export const RESTRICTIVE_TERMS = {
  EXCLUSIVE_DEALING: '独家交易',
  MOST_FAVOURED: '最惠待遇',
  NON_COMPETE: '竞业限制',
  TERRITORY_LOCK: '地域锁定',
} as const;

/** What a check of a unit's business came to. */
export const COOPERATION_CHECKS = {
  NORMAL: '未发现问题',
  FINDING: '发现问题',
} as const;
