import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';

/** How bad a vulnerability is; the time in which it has to be mended follows from it (article 73). */
export const VULNERABILITY_SEVERITIES = {
  CRITICAL: '严重',
  HIGH: '高危',
  MEDIUM: '中危',
  LOW: '低危',
} as const;

export type VulnerabilitySeverity = keyof typeof VULNERABILITY_SEVERITIES;

/** The parameter that says within how many days a vulnerability of each severity has to be mended. */
export const FIX_DAYS: Readonly<Record<VulnerabilitySeverity, RuleParameterName>> = {
  CRITICAL: 'vulnerability.critical_fix_days',
  HIGH: 'vulnerability.high_fix_days',
  MEDIUM: 'vulnerability.medium_fix_days',
  LOW: 'vulnerability.low_fix_days',
};

/** What security is about (article 64). */
export const SECURITY_DOMAINS = {
  INFRASTRUCTURE: '基础设施',
  SOFTWARE: '软件',
  CRYPTOGRAPHY: '密码',
  DATA: '数据',
  OPEN_ECOSYSTEM: '开放生态',
} as const;

/** Who may have to remove a hidden danger (articles 64 and 66). */
export const DANGER_BEARERS = {
  PROJECT_COMPANY: '项目公司',
  OWNER_UNIT: '业主单位',
  INFRASTRUCTURE_PROVIDER: '基础设施提供方',
} as const;

/** What the project company does regularly (article 73). */
export const SAFETY_CHECK_KINDS = {
  SAFETY_CHECK: '安全检查',
  TECHNICAL_REVIEW: '技术审查',
} as const;

/** What a check looks at; data are patrolled as the draft asked (articles 69 and 73). */
export const SAFETY_CHECK_ITEMS = {
  APPS: '应用安全',
  INFRASTRUCTURE: '基础设施',
  ACCOUNTS: '账号与权限',
  CRYPTOGRAPHY: '密码应用',
  DATA_PATROL: '数据安全排查',
  BACKUP: '备份与恢复',
} as const;

/** What safety training is about (article 73). */
export const TRAINING_TOPICS = {
  LAW: '法律法规',
  TECHNOLOGY: '安全技术',
} as const;

/** What a platform has to pass within the time that the parameter gives it after going live (article 23). */
export const COMPLIANCE_KINDS = {
  MLPS3: '等级保护测评',
  CRYPTO: '密码应用安全性评估',
} as const;

export type ComplianceKind = keyof typeof COMPLIANCE_KINDS;

/** What an assessment of cryptography may come to; the last does not pass. */
export const CRYPTO_CONCLUSIONS = {
  CONFORMING: '符合',
  MOSTLY_CONFORMING: '基本符合',
  NOT_CONFORMING: '不符合',
} as const;

/** With whom somebody may want to sign; article 65 fixes the owner unit. */
export const AGREEMENT_PARTIES = {
  OWNER_UNIT: '业主单位',
  PROJECT_COMPANY: '项目公司',
  INFRASTRUCTURE_PROVIDER: '基础设施提供方',
} as const;

/** What is looked at on an administrator's terminal (article 68). */
export const TERMINAL_CHECK_ITEMS = {
  ANTIVIRUS: '防病毒软件在用且为最新',
  PATCH: '系统补丁已安装',
  SCREEN_LOCK: '开启口令和自动锁屏',
} as const;

/** How a backup or a restore went (article 69). */
export const BACKUP_RESULTS = {
  SUCCEEDED: '成功',
  FAILED: '失败',
} as const;

/** How a user agreed; what was ticked beforehand is no consent (article 71). */
export const CONSENT_METHODS = {
  EXPLICIT: '用户主动同意',
  PRESELECTED: '预先勾选或默认同意',
  LAW: '依法处理，无须同意',
} as const;
