import { INCIDENT_LEVEL_LABELS } from '../measure/incident-levels.ts';
import type { CodeList } from './code-list-type.ts';

/** Kinds, classes and levels that a record may carry. */
export const KIND_CODE_LISTS = {
  workScope: {
    title: '工作范围',
    labels: {
      CONSTRUCTION: '建设',
      OPERATION: '运营',
      SECURITY: '安全',
      BUSINESS: '商务',
    },
  },
  unitType: {
    title: '单位类型',
    labels: {
      ENTERPRISE: '企业',
      INDIVIDUAL: '个人',
      GOVERNMENT: '机关',
      PUBLIC_INSTITUTION: '事业单位',
      SOCIAL_ORGANIZATION: '社会组织',
    },
  },
  governmentLevel: {
    title: '政府层级',
    labels: {
      REGION: '自治区',
      CITY: '设区市',
      COUNTY: '县（市、区）',
    },
  },
  brandActivity: {
    title: '品牌活动种类',
    labels: {
      PRODUCT_LABELING: '产品标识',
      SERVICE_PROMOTION: '服务推广',
      EVENT: '展会与活动',
      ADVERTISING: '广告宣传',
      JOINT_OPERATION: '联合运营',
      MERCHANDISE: '文创周边',
    },
  },
  brandChannel: {
    title: '品牌使用载体',
    labels: {
      MOBILE_APP: '移动应用与小程序',
      WEBSITE: '网站',
      SOCIAL_MEDIA: '社交媒体',
      PRINT: '印刷品',
      OUTDOOR: '户外',
      OFFLINE_VENUE: '线下场所',
    },
  },
  agreementClause: {
    title: '协议条款',
    labels: {
      ACCEPTS_MEASURE: '遵守管理办法',
      BRAND_CONDUCT: '品牌使用规范',
      DATA_LEAK_TERMINATION: '数据泄露终止条款',
      VIOLATION_HANDLING: '违规处理',
      EXIT: '退出安排',
    },
  },
  filingKind: {
    title: '备案种类',
    labels: {
      BRAND_USAGE: '品牌使用',
      COMMERCIAL_COOPERATION: '商业合作',
      OPERATION_REPORT: '运营监管报告',
      ANNUAL_REPORT: '年度监管报告',
      LEVEL4_INCIDENTS: '四级事件',
      GOVERNMENT_DATA_OPERATION: '政务数据运营',
      OVERALL_SAFETY: '整体安全',
      SERVICE_LIST: '公共服务清单',
    },
  },
  filingForm: {
    title: '备案形式',
    labels: {
      REPORT: '报告',
      RECORD_REPORT: '报备',
      FILING: '备案',
    },
  },
  incidentLevel: {
    title: '事件等级',
    labels: INCIDENT_LEVEL_LABELS,
  },
  incidentCategory: {
    title: '事件类别',
    labels: {
      FAULT: '故障',
      SECURITY: '安全',
      DATA: '数据',
    },
  },
  inspectionCycle: {
    title: '监管周期',
    labels: {
      DAILY: '日巡检',
      WEEKLY: '周检测',
      MONTHLY: '月监测',
      QUARTERLY: '季普查',
      ANNUAL: '年报告',
    },
  },
  stopOutcome: {
    title: '叫停处置结果',
    labels: {
      WARN: '警告',
      SUSPEND: '暂停授权',
      REVOKE_AUTHORIZATION: '收回品牌授权',
      TERMINATE_AGREEMENT: '终止协议',
    },
  },
  exitGround: {
    title: '退出原因',
    labels: {
      VOLUNTARY: '主动退出',
      ASSESSMENT: '考核不合格',
      AGREEMENT_END: '协议到期',
      VIOLATION: '违规',
    },
  },
  standardKind: {
    title: '标准种类',
    labels: {
      DATA_DICTIONARY: '数据字典',
      UI_INTERACTION: '界面交互',
      DATA_INTERFACE: '数据接口',
      APP_ACCESS: '应用接入',
      INTERFACE: '接口规范',
    },
  },
  checkLevel: {
    title: '条目强度',
    labels: {
      MUST: '必须',
      SHOULD: '应当',
    },
  },
  auditOutcome: {
    title: '审计结果',
    labels: {
      DONE: '已办理',
      REFUSED: '被拒绝',
      READ: '已查阅',
    },
  },
  viewerVia: {
    title: '访问途径',
    labels: {
      ANONYMOUS: '未登录',
      SESSION: '登录会话',
      MACHINE: '程序凭证',
      SYSTEM: '系统',
    },
  },
  sensitivity: {
    title: '敏感程度',
    labels: {
      PUBLIC: '公开',
      INTERNAL: '内部',
      PERSONAL: '个人信息',
      SECRET: '机密',
    },
  },
} as const satisfies Record<string, CodeList>;
