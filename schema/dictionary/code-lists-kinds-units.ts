import type { CodeList } from './code-list-type.ts';

/** Kinds in the registers of units, brand use and users (articles 44 and 48 to 58). */
export const UNIT_KIND_CODE_LISTS = {
  normKind: {
    title: '商业规范种类',
    labels: {
      BUSINESS_MODEL: '商业模式规范',
      ASSESSMENT: '考核规范',
      EXIT: '退出规范',
    },
  },
  cooperationCheck: {
    title: '合作经营检查的结果',
    labels: {
      NORMAL: '未发现问题',
      FINDING: '发现问题',
    },
  },
  cooperationKind: {
    title: '商业合作种类',
    labels: {
      JOINT_OPERATION: '联合运营',
      PROMOTION: '推广',
      ADVERTISING: '广告',
      SERVICE_PURCHASE: '服务采购',
      OTHER: '其他',
    },
  },
  restrictiveTerm: {
    title: '限制性条款',
    labels: {
      EXCLUSIVE_DEALING: '独家交易',
      MOST_FAVOURED: '最惠待遇',
      NON_COMPETE: '竞业限制',
      TERRITORY_LOCK: '地域锁定',
    },
  },
  concessionScope: {
    title: '特许经营范围',
    labels: {
      INVESTMENT: '投资',
      CONSTRUCTION: '建设',
      OPERATION: '运营',
      SECURITY_OPS: '安全运维',
    },
  },
  enforcementKind: {
    title: '维权方式',
    labels: {
      LETTER: '律师函或通知',
      COMPLAINT: '行政投诉',
      LITIGATION: '诉讼或仲裁',
    },
  },
  governmentParty: {
    title: '政府单位种类',
    labels: {
      GOVERNMENT_DEPARTMENT: '政府部门',
      MUNICIPALITY: '设区市',
      COUNTY: '县（市、区）',
    },
  },
  verificationMethod: {
    title: '实名核验方式',
    labels: {
      ID_DOCUMENT: '当面核对身份证件',
      UNIFIED_IDENTITY: '统一身份认证',
      EMPLOYMENT_RECORD: '核对在职证明',
    },
  },
  verificationVerdict: {
    title: '品牌核验的结论',
    labels: {
      IN_FORCE: '在有效期内',
      NOT_IN_FORCE: '已失效或尚未生效',
      NOT_FOUND: '不存在',
    },
  },
  brandImpact: {
    title: '对品牌的影响',
    labels: {
      NONE: '没有影响',
      ADVERSE: '有不良影响',
    },
  },
  disputeKind: {
    title: '商业纠纷种类',
    labels: {
      DISPUTE: '纠纷',
      LITIGATION: '诉讼或仲裁',
      OTHER: '其他',
    },
  },
  disputeParty: {
    title: '纠纷的当事方',
    labels: {
      OWNER_UNIT: '业主单位',
      PROJECT_COMPANY: '项目公司',
      ECOSYSTEM_UNIT: '生态单位',
      COUNTERPART: '其他方',
    },
  },
  agreementParty: {
    title: '安全协议的当事方',
    labels: {
      OWNER_UNIT: '业主单位',
      PROJECT_COMPANY: '项目公司',
      INFRASTRUCTURE_PROVIDER: '基础设施提供方',
    },
  },
  userRuleKind: {
    title: '用户规则种类',
    labels: {
      USER_AGREEMENT: '用户协议',
      USER_MANAGEMENT_RULE: '用户管理规定',
    },
  },
  userPenalty: {
    title: '对用户的处理',
    labels: {
      WARN: '提示警告',
      LIMIT: '限制账户权限',
      FREEZE: '冻结账户',
    },
  },
  exitGround: {
    title: '退出事由',
    labels: {
      VOLUNTARY: '自愿退出',
      ASSESSMENT: '考核不合格',
      AGREEMENT_END: '协议到期或终止',
      VIOLATION: '违规',
    },
  },
  unitGrade: {
    title: '生态单位年度考核的等次',
    labels: {
      A: '优秀',
      B: '良好',
      C: '合格',
      D: '不合格',
    },
  },
  provisionKind: {
    title: '可以提供什么',
    labels: {
      DATA: '数据',
      CAPABILITY: '能力',
      APP: '应用',
      POLICY: '政策',
      OTHER: '其他',
    },
  },
  terminalUserKind: {
    title: '用户是个人还是单位',
    labels: {
      PERSON: '个人',
      ORGANIZATION: '单位',
    },
  },
  fairnessFinding: {
    title: '公平性投诉的结论',
    labels: {
      UPHELD: '属实',
      PARTLY_UPHELD: '部分属实',
      NOT_UPHELD: '不属实',
    },
  },
} as const satisfies Record<string, CodeList>;
