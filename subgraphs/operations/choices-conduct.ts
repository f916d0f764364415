/** What the company lays down for those who use the platform (article 44). */
export const USER_RULE_KINDS = {
  USER_AGREEMENT: '用户协议',
  USER_MANAGEMENT_RULE: '用户管理规定',
} as const;
export type UserRuleKind = keyof typeof USER_RULE_KINDS;

/** What may be done about a user's violation; each may be switched off by a rule parameter (article 44). */
export const USER_PENALTIES = { WARN: '提示警告', LIMIT: '限制账户权限', FREEZE: '冻结账户' } as const;
export type UserPenalty = keyof typeof USER_PENALTIES;
