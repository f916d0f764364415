import type { CodeList } from './code-list-type.ts';

/** Classes of services, apps, platforms, capabilities and data. */
export const SERVICE_CODE_LISTS = {
  serviceClass: {
    title: '服务类别',
    labels: {
      PUBLIC: '公共服务',
      MARKET: '市场化服务',
    },
  },
  publicServiceKind: {
    title: '公共服务种类',
    labels: {
      GOVERNMENT_AFFAIRS: '政务服务',
      PUBLIC_SERVICE: '一般公共服务',
    },
  },
  marketServiceKind: {
    title: '市场化服务种类',
    labels: {
      COMMERCIAL: '商业服务',
      VALUE_ADDED: '增值服务',
    },
  },
  ecosystemComponentKind: {
    title: '生态体系组成',
    labels: {
      SYSTEM_PLATFORM: '系统平台',
      SERVICE_APP: '服务应用',
      OPEN_CAPABILITY: '开放能力',
      STANDARD: '标准规范',
      BUSINESS_MECHANISM: '业务机制',
      OTHER: '其他',
    },
  },
  baseLayer: {
    title: '基础设施底座的层',
    labels: {
      MANAGEMENT_SUPPORT: '管理支撑',
      PUBLIC_SUPPORT_SOFTWARE: '公共支撑软件',
      INDUSTRY_DATA_MIDDLE: '行业数据中台',
    },
  },
  industryCategory: {
    title: '行业类别',
    labels: {
      GOVERNMENT_AFFAIRS: '政务办事',
      TRANSPORT: '交通出行',
      CULTURE_TOURISM: '文化旅游',
      HEALTH: '医疗健康',
      EDUCATION: '教育培训',
      EMPLOYMENT: '就业社保',
      FINANCE: '金融服务',
      COMMERCE: '商贸零售',
      AGRICULTURE: '农业农村',
      CITY_LIFE: '城市生活',
      OTHER: '其他',
    },
  },
  contentCategory: {
    title: '内容类别',
    labels: {
      GUIDE: '办事指南',
      NEWS: '资讯动态',
      ACTIVITY: '活动推广',
      PRODUCT: '商品和服务介绍',
      AUDIO_VIDEO: '音视频',
      USER_POST: '用户发布',
      OTHER: '其他',
    },
  },
  appFeature: {
    title: '应用所含功能',
    labels: {
      SIGN_IN: '用户登录',
      PUSH: '消息推送',
    },
  },
  basicFunctionState: {
    title: '基础改造情况',
    labels: {
      COMPLETED: '已完成',
      NOT_APPLICABLE: '不适用',
    },
  },
  delistingGap: {
    title: '下架申请欠缺的内容',
    labels: {
      GROUND: '下架原因',
      USER_IMPACT: '对用户的影响',
      ALTERNATIVE: '替代办法',
      PLANNED_DATE: '计划下架日期',
    },
  },
  forcedDelistingGround: {
    title: '强制下架的事由',
    labels: {
      COMMERCIAL_USE: '公共服务应用用于营利',
      PUBLIC_OPERATION: '公共服务运营问题',
      MARKET_OPERATION: '市场化服务建设或运营问题',
      UNLAWFUL_CONTENT: '内容违规或舆情风险',
      SECURITY_EVENT: '安全事件',
      VULNERABILITY: '安全漏洞',
    },
  },
  serviceDomain: {
    title: '服务领域',
    labels: {
      GOVERNMENT_USE: '政用',
      COMMERCIAL_USE: '商用',
      CITIZEN_USE: '民用',
      VISITOR_USE: '客用',
    },
  },
  systemPlatformKind: {
    title: '系统平台种类',
    labels: {
      INFRASTRUCTURE_BASE: '基础设施底座',
      UNIFIED_SERVICE_PLATFORM: '统一服务平台',
      OPEN_ECOSYSTEM_PLATFORM: '移动开放生态平台',
      MOBILE_TERMINAL: '移动应用终端',
      DATA_OPERATION_PLATFORM: '数据运营平台',
    },
  },
  terminalKind: {
    title: '终端种类',
    labels: {
      APP: '手机客户端',
      WECHAT_MINI_PROGRAM: '微信小程序',
      ALIPAY_MINI_PROGRAM: '支付宝小程序',
      BAIDU_MINI_PROGRAM: '百度小程序',
      MSG_5G: '5G消息',
      OTHER: '其他',
    },
  },
  accessMode: {
    title: '接入方式',
    labels: {
      API: '应用程序接口',
      DATABASE: '数据库',
      MOBILE_PAGE: '移动端页面',
    },
  },
  capabilityTier: {
    title: '能力层级',
    labels: {
      BASE: '底座能力',
      EXTENDED: '扩展能力',
    },
  },
  capabilityCategory: {
    title: '能力类别',
    labels: {
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
    },
  },
  environment: {
    title: '环境',
    labels: {
      SANDBOX: '沙箱',
      PRODUCTION: '正式',
    },
  },
  dataClass: {
    title: '数据类别',
    labels: {
      PUBLIC_GOVERNMENT: '政务数据',
      PUBLIC_SERVICE: '公共服务数据',
      COMMERCIAL: '商业数据',
      PERSONAL: '个人数据',
    },
  },
} as const satisfies Record<string, CodeList>;
