/** What a capability does (article 18); each base capability of a kind is the only one of that kind. */
export const CAPABILITY_CATEGORIES = {
  IDENTITY: '身份认证',
  PAYMENT: '支付',
  MESSAGE: '消息',
  MAP: '地图',
  CREDENTIAL: '电子凭证',
  SEAL: '电子印章',
  SEARCH: '搜索',
  DATA: '数据服务',
  WORKFLOW: '流程',
  OTHER: '其他',
} as const;

/** Whether the infrastructure base gives a capability to all, or someone adds it (article 18). */
export const CAPABILITY_TIERS = {
  BASE: '底座能力',
  EXTENDED: '扩展能力',
} as const;

/** The layer of the infrastructure base that gives a base capability (article 2). */
export const BASE_LAYERS = {
  MANAGEMENT_SUPPORT: '管理支撑',
  PUBLIC_SUPPORT_SOFTWARE: '公共支撑软件',
  INDUSTRY_DATA_MIDDLE: '行业数据中台',
} as const;

/** Where a credential works (article 38). */
export const ENVIRONMENTS = {
  SANDBOX: '沙箱',
  PRODUCTION: '正式',
} as const;

export type Environment = keyof typeof ENVIRONMENTS;

/** What can be checked against the standards (article 19); an app connects by interface, table or page (article 20). */
export const CHECK_SUBJECTS = {
  OPENAPI: 'OpenAPI 接口描述（3.0、3.1）',
  GRAPHQL_SDL: 'GraphQL 接口描述（SDL）',
  TABLE_DDL: '库表定义（SQL）',
  TABLE_CSV: '库表定义（CSV）',
  PAGE_MANIFEST: '移动端页面清单（JSON）',
} as const;

export type CheckSubject = keyof typeof CHECK_SUBJECTS;
