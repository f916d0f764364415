/** The eight kinds of organization that take part; an account acts for exactly one of them at a time. */
export const PARTY_KINDS = [
  'MANAGEMENT_UNIT',
  'INFRASTRUCTURE_PROVIDER',
  'OWNER_UNIT',
  'PROJECT_COMPANY',
  'GOVERNMENT_DEPARTMENT',
  'MUNICIPALITY',
  'COUNTY',
  'ECOSYSTEM_UNIT',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export interface Party {
  readonly name: string;
  readonly articles: readonly number[];
  /** False for a party that is bound only through its agreement (article 13). */
  readonly boundDirectly: boolean;
  readonly gist: string;
}

/** What the measure makes of each party; article 13 decides who is bound directly. */
export const PARTIES: Record<PartyKind, Party> = {
  MANAGEMENT_UNIT: {
    name: '管理单位',
    articles: [3, 13, 15, 23, 24, 28, 29, 49, 50, 56, 65, 74],
    boundDirectly: true,
    gist: '自治区大数据发展局，作出批准与同意，开展考核、监管和解释。',
  },
  INFRASTRUCTURE_PROVIDER: {
    name: '公共服务应用基础设施提供方',
    articles: [4, 13, 14, 49, 55, 66],
    boundDirectly: true,
    gist: '自治区信息中心，供给并运维公共服务的云、网、安全资源，协助监管。',
  },
  OWNER_UNIT: {
    name: '业主单位',
    articles: [5, 13, 29, 32, 35, 54, 58, 64, 65],
    boundDirectly: true,
    gist: '经特许经营选定，出资设立项目公司，对整个项目和安全负责。',
  },
  PROJECT_COMPANY: {
    name: '项目公司',
    articles: [6, 13, 14, 19, 23, 35, 38, 39, 42, 47, 48, 50, 58, 62],
    boundDirectly: true,
    gist: '具体承担建设、运营、运维与推广，审核应用和能力，管理生态单位。',
  },
  GOVERNMENT_DEPARTMENT: {
    name: '政府部门',
    articles: [11, 13, 16, 17, 20, 21, 25, 57],
    boundDirectly: true,
    gist: '接入本部门本行业的服务事项与应用，管理自己的数据资源。',
  },
  MUNICIPALITY: {
    name: '设区市',
    articles: [11, 13, 16, 17, 25, 57],
    boundDirectly: true,
    gist: '负责本市公共服务的接入、经费和运营配合。',
  },
  COUNTY: {
    name: '县（市、区）',
    articles: [13, 16, 25],
    boundDirectly: true,
    gist: '比照设区市承担本地的接入与配合工作。',
  },
  ECOSYSTEM_UNIT: {
    name: '生态单位',
    articles: [7, 11, 13, 35, 38, 42, 50, 52, 57, 70],
    boundDirectly: false,
    gist: '经授权和批准参与生态的企业，通过授权协议受约束。',
  },
};

/** What a member does inside the own organization (articles 3 and 6; developers of a service provider, article 38). */
export const MEMBER_ROLES = [
  'HEAD',
  'APPROVER',
  'BUSINESS_OFFICE',
  'OFFICER',
  'OPERATOR',
  'REVIEWER',
  'TESTER',
  'BRAND_MANAGER',
  'CUSTOMER_SERVICE',
  'SECURITY',
  'DEVELOPER',
] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_ROLE_LABELS: Record<MemberRole, string> = {
  HEAD: '负责人',
  APPROVER: '审批',
  BUSINESS_OFFICE: '分管业务处室',
  OFFICER: '经办处室人员',
  OPERATOR: '经办',
  REVIEWER: '审核',
  TESTER: '测试',
  BRAND_MANAGER: '品牌',
  CUSTOMER_SERVICE: '客服',
  SECURITY: '安全',
  DEVELOPER: '开发',
};

const PROVIDER_ROLES = ['HEAD', 'OPERATOR', 'DEVELOPER', 'SECURITY'] as const;

/** Which roles a party may give its members; any other pair is refused. */
export const PARTY_ROLES: Record<PartyKind, readonly MemberRole[]> = {
  MANAGEMENT_UNIT: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'],
  INFRASTRUCTURE_PROVIDER: ['HEAD', 'OPERATOR', 'SECURITY'],
  OWNER_UNIT: ['HEAD', 'OPERATOR', 'REVIEWER', 'SECURITY'],
  PROJECT_COMPANY: [
    'HEAD',
    'OPERATOR',
    'REVIEWER',
    'TESTER',
    'BRAND_MANAGER',
    'CUSTOMER_SERVICE',
    'SECURITY',
    'DEVELOPER',
  ],
  GOVERNMENT_DEPARTMENT: PROVIDER_ROLES,
  MUNICIPALITY: PROVIDER_ROLES,
  COUNTY: PROVIDER_ROLES,
  ECOSYSTEM_UNIT: PROVIDER_ROLES,
};

/** True when members of that party may hold that role. */
export function mayHoldRole(party: PartyKind, role: string): role is MemberRole {
  return (PARTY_ROLES[party] as readonly string[]).includes(role);
}
