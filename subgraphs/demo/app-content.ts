interface DemonstrationApp {
  /** The user name of the provider's member. */
  provider: string;
  reaches: 'IN_REVIEW' | 'LISTED' | 'ANNOUNCING';
  particulars: Record<string, unknown> & { name: string; serviceClass: 'PUBLIC' | 'MARKET' };
  opsProfile: Record<string, unknown>;
  /** Base capabilities that it uses, by their place in the catalogue. */
  capabilities: readonly number[];
  configuration: Record<string, unknown>;
  terminals: readonly string[];
  /** What it tells its users; in a public app reviewed before. */
  content?: { category: string; heading: string; body: string };
  delisting?: Record<string, unknown>;
}

/** The places of base capabilities in the demonstration's catalogue. */
export const IDENTITY = 0;
const PAYMENT = 1;
const MESSAGE = 2;

const opsProfile = (opsPhone: string) => ({
  opsOwner: '应用运维组',
  opsPhone,
  opsHosting: '政务云移动服务区，双机热备。演示内容。',
  maintenancePlan: '每月第二个周三 23 时至次日 1 时例行维护，提前三天公告。',
  emergencyPlan: '值守人员五分钟内响应；影响登录或缴费的故障三十分钟内切换到备机，并报告项目公司。',
});

/** Invented apps under both regimes, at different points of their lives. */
export const APPS: readonly DemonstrationApp[] = [
  {
    provider: 'weijian',
    reaches: 'LISTED',
    particulars: {
      name: '桂健康预约',
      serviceClass: 'PUBLIC',
      publicKind: 'PUBLIC_SERVICE',
      industryCategory: 'HEALTH',
      domains: ['CITIZEN_USE'],
      contentCategories: ['GUIDE'],
      accessMode: 'MOBILE_PAGE',
      purpose: '市民预约挂号、接种门诊和体检，查看预约进度。',
    },
    opsProfile: opsProfile('0771-5550101'),
    capabilities: [IDENTITY, MESSAGE],
    configuration: {
      releaseNotes: '预约挂号、接种预约、预约提醒。',
      features: ['SIGN_IN', 'PUSH'],
      fieldPurposes: ['realName：核对就诊人', 'idNumber：与医院预约系统核对身份', 'phone：发送预约提醒'],
      unifiedIdentity: 'COMPLETED',
      unifiedPayment: 'NOT_APPLICABLE',
      basicFunctionNote: '统一身份登录测试通过；本应用不收费。',
    },
    terminals: ['APP', 'WECHAT_MINI_PROGRAM'],
    content: {
      category: 'GUIDE',
      heading: '怎样预约接种',
      body: '登录后选择门诊和时段，到场出示预约码即可。改期请提前一天。演示内容。',
    },
  },
  {
    provider: 'danwei-a',
    reaches: 'LISTED',
    particulars: {
      name: '桂游一码通',
      serviceClass: 'MARKET',
      marketKind: 'COMMERCIAL',
      industryCategory: 'CULTURE_TOURISM',
      domains: ['VISITOR_USE', 'CITIZEN_USE'],
      accessMode: 'API',
      purpose: '游客凭一个码预约、购票和检票入园，覆盖全区主要景区。',
    },
    opsProfile: opsProfile('0771-5550202'),
    capabilities: [IDENTITY, PAYMENT],
    configuration: {
      releaseNotes: '预约、购票、检票。',
      features: ['SIGN_IN'],
      pricing: '门票按景区公示价格收取，平台不加收服务费。',
      fieldPurposes: ['realName：实名预约', 'idNumber：检票时核对证件'],
      baseConnection: 'https://api.yimatong.example/v1',
    },
    terminals: ['APP', 'WECHAT_MINI_PROGRAM', 'ALIPAY_MINI_PROGRAM'],
  },
  {
    provider: 'danwei-b',
    reaches: 'ANNOUNCING',
    particulars: {
      name: '桂林停车指引',
      serviceClass: 'MARKET',
      marketKind: 'VALUE_ADDED',
      industryCategory: 'TRANSPORT',
      domains: ['CITIZEN_USE', 'VISITOR_USE'],
      accessMode: 'MOBILE_PAGE',
      purpose: '查看桂林市区公共停车场余位并导航。',
    },
    opsProfile: opsProfile('0773-5550303'),
    capabilities: [],
    configuration: {
      releaseNotes: '余位查询、导航。',
      baseConnection: 'https://parking.example/guilin',
    },
    terminals: ['APP'],
    delisting: {
      ground: '业务并入企业办事助手的“出行”栏目。',
      userImpact: '每月约四千人使用；下架后收藏的停车场不再同步。',
      alternative: '企业办事助手的“出行”栏目提供同样的查询。',
      announcementText:
        '“桂林停车指引”将于公告期满后下架。停车场余位查询改由“企业办事助手”的“出行”栏目提供。演示内容。',
    },
  },
  {
    provider: 'danwei-b',
    reaches: 'IN_REVIEW',
    particulars: {
      name: '企业办事助手',
      serviceClass: 'MARKET',
      marketKind: 'VALUE_ADDED',
      industryCategory: 'GOVERNMENT_AFFAIRS',
      domains: ['COMMERCIAL_USE'],
      accessMode: 'MOBILE_PAGE',
      purpose: '企业查询办事指南、预填材料，到期前收到提醒。',
    },
    opsProfile: opsProfile('0773-5550303'),
    capabilities: [MESSAGE],
    configuration: {
      releaseNotes: '办事指南、到期提醒。',
      features: ['PUSH'],
      fieldPurposes: ['phone：发送到期提醒'],
      baseConnection: 'https://helper.example/enterprise',
    },
    terminals: ['APP', 'WECHAT_MINI_PROGRAM'],
  },
];

/** The platform that the demonstration runs on. */
export const PLATFORM = {
  kind: 'OPEN_ECOSYSTEM_PLATFORM',
  name: '智桂通移动开放生态平台',
  versionText: '1.0',
};

export const PLATFORM_REPORTS = [
  'SECURITY_TEST_REPORT',
  'CODE_AUDIT_REPORT',
  'APP_TEST_REPORT',
  'PERFORMANCE_TEST_REPORT',
];
