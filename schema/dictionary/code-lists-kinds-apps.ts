import type { CodeList } from './code-list-type.ts';

/** Kinds in the registers of public construction, resources, scores and checks (articles 14 to 21, 36 and 40). */
export const APP_KIND_CODE_LISTS = {
  infrastructureKind: {
    title: '基础设施资源种类',
    labels: {
      CLOUD: '云',
      NETWORK: '网络',
      SECURITY: '安全',
      OTHER: '其他',
    },
  },
  serviceAudience: {
    title: '服务对象',
    labels: {
      CITIZEN: '群众',
      ENTERPRISE: '企业',
      CIVIL_SERVANT: '公职人员',
    },
  },
  consolidationExceptionKind: {
    title: '统一建设例外的种类',
    labels: {
      NEW: '新建',
      RETAIN: '保留',
    },
  },
  integrationCategory: {
    title: '存量应用整合方式',
    labels: {
      MIGRATE: '整体迁入',
      CONNECT: '改造接入',
      MERGE: '并入已有应用',
      CLOSE: '关停转办',
    },
  },
  resourceDemandKind: {
    title: '资源需求种类',
    labels: {
      DATA: '数据',
      APP: '应用',
      POLICY: '政策',
      OTHER: '其他',
    },
  },
  appScoreIndicatorName: {
    title: '应用评分的依据',
    labels: {
      STANDARDS: '规范符合',
      FIRST_REVIEW: '审核一次通过',
      COMPLETENESS: '服务完备',
      CALLS: '调用成功',
      DEADLINES: '按期办理',
    },
  },
  checkBasis: {
    title: '检查所依据的版本',
    labels: {
      CURRENT: '现行版',
      PREVIOUS: '过渡期内的旧版',
    },
  },
  checkSubject: {
    title: '规范检查的文档种类',
    labels: {
      OPENAPI: 'OpenAPI 接口描述（3.0、3.1）',
      GRAPHQL_SDL: 'GraphQL 接口描述（SDL）',
      TABLE_DDL: '库表定义（SQL）',
      TABLE_CSV: '库表定义（CSV）',
      PAGE_MANIFEST: '移动端页面清单（JSON）',
    },
  },
  deliveryForm: {
    title: '资源交付形式',
    labels: {
      PROCESSED: '加工后的结果',
      INTERFACE: '接口',
      RAW: '原始数据',
      OTHER: '非数据资源',
    },
  },
  importFormat: {
    title: '导入的表格格式',
    labels: {
      CSV: 'CSV（UTF-8 文本）',
      XLSX: 'XLSX（Base64 文本）',
    },
  },
  itemResult: {
    title: '检查项的结果',
    labels: {
      PASS: '通过',
      FAIL: '不通过',
      NOT_APPLICABLE: '不适用',
    },
  },
  legacyAppDisposition: {
    title: '存量应用的情形',
    labels: {
      EXISTING: '存量',
      NEW_BUILD: '另行新建',
    },
  },
  standardChange: {
    title: '标准版本之间的变化',
    labels: {
      ADDED: '新增',
      REMOVED: '删去',
      CHANGED: '改动',
    },
  },
} as const satisfies Record<string, CodeList>;
