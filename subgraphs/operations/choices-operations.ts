/** Teams that the measure demands (articles 43, 44 and 58). */
export const TEAM_KINDS = {
  OPS: '运维团队',
  PRODUCT: '产品运营团队',
  CUSTOMER_SERVICE: '专门客服团队',
} as const;

export type TeamKind = keyof typeof TEAM_KINDS;

/** Days of the week, as ISO 8601 counts them from Monday. */
export const WEEKDAYS = {
  monday: '周一',
  tuesday: '周二',
  wednesday: '周三',
  thursday: '周四',
  friday: '周五',
  saturday: '周六',
  sunday: '周日',
} as const;

export type Weekday = keyof typeof WEEKDAYS;

/** What is operated (article 55). */
export const OPS_ASSET_KINDS = {
  CLOUD: '云',
  NETWORK: '网络',
  SECURITY: '安全',
} as const;

/** Which services stand on it (articles 14 and 55). */
export const OPS_ASSET_USES = {
  PUBLIC: '公共服务应用',
  MARKET: '市场化服务应用',
} as const;

/** Who operates it (article 55). */
export const OPS_RESPONSIBLES = {
  INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
  PROJECT_COMPANY: '项目公司',
} as const;
