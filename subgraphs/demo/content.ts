/** Capabilities of the demonstration catalogue. */
export const CAPABILITIES = [
  {
    code: 'IDENTITY.LOGIN',
    name: '统一身份认证',
    category: 'IDENTITY',
    tier: 'BASE',
    baseLayer: 'PUBLIC_SUPPORT_SOFTWARE',
    description: '个人与法人统一登录，返回经核验的身份标识。',
    versionText: '2.1.0',
    dailyQuota: 100000,
  },
  {
    code: 'PAYMENT.COLLECT',
    name: '统一支付',
    category: 'PAYMENT',
    tier: 'BASE',
    baseLayer: 'PUBLIC_SUPPORT_SOFTWARE',
    description: '非税缴费与市场化收款的统一收银台。',
    versionText: '1.4.0',
    dailyQuota: 50000,
  },
  {
    code: 'MESSAGE.PUSH',
    name: '消息推送',
    category: 'MESSAGE',
    tier: 'BASE',
    baseLayer: 'PUBLIC_SUPPORT_SOFTWARE',
    description: '向移动端用户推送服务通知，含 5G 消息。',
    versionText: '1.2.0',
    dailyQuota: 200000,
  },
  {
    code: 'MAP.GEOCODE',
    name: '地址与坐标互查',
    category: 'MAP',
    tier: 'BASE',
    baseLayer: 'INDUSTRY_DATA_MIDDLE',
    description: '标准地址、行政区划与坐标互查。',
    versionText: '1.0.0',
    dailyQuota: 50000,
  },
  {
    code: 'BRAND.VERIFICATION',
    name: '品牌授权核验',
    category: 'OTHER',
    tier: 'EXTENDED',
    baseLayer: null,
    description:
      '凭授权证书编号核验品牌授权此刻是否有效、由谁持有、范围如何。调用 GET /capabilities/brand-verification/证书编号。',
    returnedFields: [
      'number',
      'verdict',
      'reason',
      'status',
      'checkedAt',
      'holder',
      'marks',
      'activities',
      'channels',
      'regions',
      'materials',
      'validFrom',
      'validUntil',
    ],
    versionText: '1.0.0',
    dailyQuota: 20000,
  },
  {
    code: 'CALENDAR.WORKDAY',
    name: '工作日推算',
    category: 'OTHER',
    tier: 'EXTENDED',
    baseLayer: null,
    description:
      '按国务院放假安排推算工作日和法定时限。调用 GET /capabilities/working-days?from=2026-11-23&count=5 得到第几个工作日是哪一天；把 count 换成 to 得到其间有几个工作日。',
    versionText: '1.0.0',
    dailyQuota: 20000,
  },
];

interface DemonstrationEnterprise {
  username: string;
  name: string;
  code: string;
  reaches: 'SUBMITTED' | 'AUTHORIZED' | 'ACTIVE';
  unit: Record<string, unknown> & { workScopes: string[] };
  brands: { reaches: 'REQUESTED' | 'PENDING_CONSENT' | 'EFFECTIVE'; input: Record<string, unknown> }[];
  capabilityRequests: {
    capability: number;
    reaches: 'SUBMITTED' | 'APPROVED';
    input: Record<string, unknown>;
  }[];
}

/** Invented enterprises at different points of the way, so that every queue has something in it. */
export const ENTERPRISES: readonly DemonstrationEnterprise[] = [
  {
    username: 'danwei-a',
    name: '张晓桂',
    code: '91450103DEMAA001',
    reaches: 'ACTIVE',
    unit: {
      name: '南宁青秀云旅科技有限公司',
      unitType: 'ENTERPRISE',
      registeredAddress: '南宁市青秀区民族大道 100 号',
      contactName: '张晓桂',
      contactPhone: '13877100001',
      workScopes: ['OPERATION', 'BUSINESS'],
    },
    brands: [
      {
        reaches: 'EFFECTIVE',
        input: {
          purpose: '“桂游一码通”小程序首页与景区检票页使用智桂通标识',
          activities: ['PRODUCT_LABELING', 'SERVICE_PROMOTION'],
          channels: ['MOBILE_APP', 'OFFLINE_VENUE'],
          regions: ['广西全区'],
          materials: ['标准标识横版', '检票闸机贴'],
        },
      },
      {
        reaches: 'PENDING_CONSENT',
        input: {
          purpose: '三月三文旅展会联合展位使用智桂通标识',
          activities: ['EVENT'],
          channels: ['OFFLINE_VENUE', 'PRINT'],
          regions: ['南宁市'],
          materials: ['展位背板', '宣传折页'],
        },
      },
    ],
    capabilityRequests: [
      {
        capability: 0,
        reaches: 'APPROVED',
        input: { environment: 'SANDBOX', purpose: '小程序登录联调', dailyVolume: 2000 },
      },
    ],
  },
  {
    username: 'danwei-b',
    name: '刘乙文',
    code: '91450300DEMAB002',
    reaches: 'ACTIVE',
    unit: {
      name: '桂林漓江数据服务有限公司',
      unitType: 'ENTERPRISE',
      registeredAddress: '桂林市七星区高新路 8 号',
      contactName: '刘乙文',
      contactPhone: '13977300002',
      workScopes: ['CONSTRUCTION', 'OPERATION', 'BUSINESS'],
    },
    brands: [
      {
        reaches: 'REQUESTED',
        input: {
          purpose: '企业办事助手网站使用智桂通标识',
          activities: ['SERVICE_PROMOTION'],
          channels: ['WEBSITE'],
          regions: ['桂林市', '柳州市'],
          materials: ['标准标识竖版'],
        },
      },
    ],
    capabilityRequests: [
      {
        capability: 2,
        reaches: 'SUBMITTED',
        input: { environment: 'SANDBOX', purpose: '办事进度提醒', dailyVolume: 5000 },
      },
    ],
  },
  {
    username: 'danwei-c',
    name: '农北海',
    code: '91450500DEMAC003',
    reaches: 'SUBMITTED',
    unit: {
      name: '北海银滩智慧出行有限公司',
      unitType: 'ENTERPRISE',
      registeredAddress: '北海市银海区金海岸大道 6 号',
      contactName: '农北海',
      contactPhone: '13807790003',
      workScopes: ['OPERATION'],
    },
    brands: [],
    capabilityRequests: [],
  },
  {
    username: 'danwei-d',
    name: '蒙柳生',
    code: '91450200DEMAD004',
    reaches: 'AUTHORIZED',
    unit: {
      name: '柳州龙城安全技术有限公司',
      unitType: 'ENTERPRISE',
      registeredAddress: '柳州市城中区文昌路 66 号',
      contactName: '蒙柳生',
      contactPhone: '13707720004',
      workScopes: ['SECURITY'],
    },
    brands: [],
    capabilityRequests: [],
  },
];

/** Notices on the public page. */
export const ANNOUNCEMENTS = [
  {
    title: '开放生态平台开始受理生态单位入驻',
    kind: 'NOTICE',
    body: '企业可在门户登记、上传材料并提交；项目公司或业主单位授权后，报管理单位批准。演示内容。',
  },
  {
    title: '数据接口标准和应用接入标准 1.0.0 发布',
    kind: 'STANDARD',
    body: '标准正文、逐条检查项和数据字典可在门户查阅、下载。演示内容。',
  },
];
