/** What the company asks of a government body for operation (article 25). */
export const COOPERATION_KINDS = {
  PROMOTION: '宣传推广',
  SERVICE_SUPPLY: '服务供给',
  E_CREDENTIAL: '电子凭证',
  OTHER: '其他',
} as const;

/** What a policy is about (article 25). */
export const POLICY_TOPICS = {
  ELECTRONIC_CREDENTIAL: '电子凭证',
  SERVICE_ACCESS: '服务接入',
  PROMOTION: '宣传推广',
  DATA: '数据',
  OTHER: '其他',
} as const;

/** Whom the management unit brings together besides government bodies (article 56). */
export const COORDINATED_PARTIES = {
  PROJECT_COMPANY: '项目公司',
  OWNER_UNIT: '业主单位',
  INFRASTRUCTURE_PROVIDER: '公共服务应用基础设施提供方',
} as const;

/** What the company does periodically for its products (article 43). */
export const PRODUCT_WORK_KINDS = { ANALYSIS: '产品分析', PROMOTION: '推广活动' } as const;
export type ProductWorkKind = keyof typeof PRODUCT_WORK_KINDS;
