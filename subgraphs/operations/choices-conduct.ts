/** What the management unit found of a complaint over fairness (article 46); whether power was abused in law is for others to say. */
export const FAIRNESS_FINDINGS = {
  UPHELD: '属实',
  PARTLY_UPHELD: '部分属实',
  NOT_UPHELD: '不属实',
} as const;

/** Who a user is: a person, or an organisation with an account of its own (article 8). */
export const TERMINAL_USER_KINDS = { PERSON: '个人', ORGANIZATION: '单位' } as const;
export type TerminalUserKind = keyof typeof TERMINAL_USER_KINDS;

/** What the company lays down for those who use the platform (article 44). */
export const USER_RULE_KINDS = {
  USER_AGREEMENT: '用户协议',
  USER_MANAGEMENT_RULE: '用户管理规定',
} as const;
export type UserRuleKind = keyof typeof USER_RULE_KINDS;

/** What may be done about a user's violation; each may be switched off by a rule parameter (article 44). */
export const USER_PENALTIES = { WARN: '提示警告', LIMIT: '限制账户权限', FREEZE: '冻结账户' } as const;
export type UserPenalty = keyof typeof USER_PENALTIES;

/** What is wrong with a content (article 45). */
export const CONTENT_INCIDENT_KINDS = { VIOLATION: '违规信息', OPINION_RISK: '舆情风险' } as const;

export const CONTENT_INCIDENT_LEVELS = { MAJOR: '重大', SERIOUS: '较重', ORDINARY: '一般' } as const;

/** What is done about it at once (article 45). */
export const CONTENT_MEASURES = {
  HIDE: '隐藏内容',
  REMOVE: '撤下内容',
  RESTRICT_PROVIDER: '限制提供方发布',
} as const;
