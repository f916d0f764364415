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
