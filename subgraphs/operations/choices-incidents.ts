import { KIND_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-kinds.ts';

/** What an incident is about; a security incident is reported at once whatever its level (article 72). */
export const INCIDENT_CATEGORIES = KIND_CODE_LISTS.incidentCategory.labels;

/** Who or what detected an incident (article 60). */
export const INCIDENT_SOURCES = {
  PERSON: '人员发现',
  MONITOR: '平台监测',
  ALERT: '外部告警',
} as const;
export type IncidentSource = keyof typeof INCIDENT_SOURCES;

/** What caused an incident; an app's own cause makes its responsible organisation answer for it (article 26). */
export const INCIDENT_CAUSES = {
  APP_OWN_CAUSE: '应用自身原因',
  PLATFORM: '平台自身原因',
  INFRASTRUCTURE: '基础设施原因',
  EXTERNAL: '外部原因',
  OTHER: '其他原因',
  UNDETERMINED: '原因查不清',
} as const;
export type IncidentCause = keyof typeof INCIDENT_CAUSES;

/** What an entry on the course of an incident records. */
export const INCIDENT_ENTRY_KINDS = {
  DETECTED: '发现',
  STAGE: '环节',
  FACTS: '更正事实',
  LEVEL_SET: '定级',
  ESCALATED: '事件升级',
  LOWERED: '降级',
  OUTAGE: '中断变化',
  PROGRESS_MISSED: '进展逾期',
  COMMANDER: '指挥长',
  NOTICE: '对外通报',
  CAUSE: '原因认定',
  NOTE: '处置记录',
} as const;
export type IncidentEntryKind = keyof typeof INCIDENT_ENTRY_KINDS;

/** Whom an incident may have to be made known to outside the ecosystem (article 62). */
export const NOTICE_RECIPIENTS = {
  PUBLIC_SECURITY: '公安机关',
  CYBERSPACE: '网信部门',
  OTHER: '其他部门',
} as const;
export type NoticeRecipient = keyof typeof NOTICE_RECIPIENTS;

/** The two about whom a decision is needed before a level 1 or 2 incident is closed. */
export const DECIDED_RECIPIENTS: readonly NoticeRecipient[] = ['PUBLIC_SECURITY', 'CYBERSPACE'];

export const NOTICE_DECISIONS = {
  NOTIFIED: '已通报',
  NOT_NEEDED: '不需要通报',
} as const;

/** In what matter responsibility is looked for (articles 28, 41, 54, 63 and 72). */
export const ACCOUNTABILITY_SCOPES = {
  OPS: '运维',
  PUBLIC_OPERATION: '公共服务运营',
  MARKET: '市场化服务',
  SECURITY: '安全',
  BRAND: '品牌',
} as const;
export type AccountabilityScope = keyof typeof ACCOUNTABILITY_SCOPES;

/** Whose responsibility is looked for; it decides who leads (article 63). */
export const ACCOUNTABILITY_SUBJECTS = {
  GOVERNMENT: '政府部门、设区市或县',
  INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
  OWNER_UNIT: '业主单位',
  PROJECT_COMPANY: '项目公司',
  ENTERPRISE: '企业',
  PERSON: '个人',
} as const;
export type AccountabilitySubject = keyof typeof ACCOUNTABILITY_SUBJECTS;

/** Who leads a case. */
export const ACCOUNTABILITY_LEADS = {
  MANAGEMENT_UNIT: '管理单位',
  PROJECT_COMPANY: '项目公司',
} as const;
export type AccountabilityLead = keyof typeof ACCOUNTABILITY_LEADS;

/** What the investigation found of who caused it (articles 26 and 64). */
export const RESPONSIBILITY_FINDINGS = {
  SUBJECT: '调查对象自身原因',
  OTHER: '查明是其他方',
  APP_PROVIDER: '应用自身原因，由其责任单位负责',
  UNDETERMINED: '责任方查不清',
} as const;
export type ResponsibilityFinding = keyof typeof RESPONSIBILITY_FINDINGS;

/** Who bears the responsibility. */
export const RESPONSIBILITY_BEARERS = {
  SUBJECT: '调查对象',
  OTHER: '查明的其他方',
  APP_PROVIDER: '应用的责任单位',
  OWNER_UNIT: '业主单位',
  PROJECT_COMPANY: '项目公司',
} as const;
export type ResponsibilityBearer = keyof typeof RESPONSIBILITY_BEARERS;

/** How a case is disposed of (articles 63 and 72). */
export const ACCOUNTABILITY_MEASURES = {
  CRITICISM: '通报批评',
  RECTIFICATION: '限期整改',
  AGREEMENT: '依授权协议处理',
  CONCESSION: '依特许经营协议处理',
  LEGAL: '依法处理或移送',
  OTHER: '其他',
} as const;

/** How a monitored thing is checked (article 60). */
export const PROBE_KINDS = {
  HTTP: 'HTTP 请求',
  TCP: 'TCP 连接',
  CERTIFICATE: 'TLS 证书',
  MANUAL: '人工巡检',
} as const;
export type ProbeKind = keyof typeof PROBE_KINDS;
