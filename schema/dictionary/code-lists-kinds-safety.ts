import type { CodeList } from './code-list-type.ts';

/** Kinds in the registers of safety (articles 64 to 73). */
export const SAFETY_KIND_CODE_LISTS = {
  securityDomain: {
    title: '安全领域',
    labels: {
      INFRASTRUCTURE: '基础设施',
      SOFTWARE: '软件',
      CRYPTOGRAPHY: '密码',
      DATA: '数据',
      OPEN_ECOSYSTEM: '开放生态',
    },
  },
  vulnerabilitySeverity: {
    title: '严重程度',
    labels: {
      CRITICAL: '严重',
      HIGH: '高危',
      MEDIUM: '中危',
      LOW: '低危',
    },
  },
  dangerBearer: {
    title: '隐患责任方',
    labels: {
      PROJECT_COMPANY: '项目公司',
      OWNER_UNIT: '业主单位',
      INFRASTRUCTURE_PROVIDER: '基础设施提供方',
    },
  },
  safetyCheckItem: {
    title: '安全检查的内容',
    labels: {
      APPS: '应用安全',
      INFRASTRUCTURE: '基础设施',
      ACCOUNTS: '账号与权限',
      CRYPTOGRAPHY: '密码应用',
      DATA_PATROL: '数据安全排查',
      BACKUP: '备份与恢复',
    },
  },
  safetyCheckKind: {
    title: '安全检查种类',
    labels: {
      SAFETY_CHECK: '安全检查',
      TECHNICAL_REVIEW: '技术审查',
    },
  },
  backupResult: {
    title: '备份结果',
    labels: {
      SUCCEEDED: '成功',
      FAILED: '失败',
    },
  },
  consentMethod: {
    title: '同意的方式',
    labels: {
      EXPLICIT: '用户主动同意',
      PRESELECTED: '预先勾选或默认同意',
      LAW: '依法处理，无须同意',
    },
  },
  trainingTopic: {
    title: '培训内容',
    labels: {
      LAW: '法律法规',
      TECHNOLOGY: '安全技术',
    },
  },
  terminalCheckItem: {
    title: '终端检查的项目',
    labels: {
      ANTIVIRUS: '防病毒软件在用且为最新',
      PATCH: '系统补丁已安装',
      SCREEN_LOCK: '开启口令和自动锁屏',
    },
  },
  cryptoConclusion: {
    title: '密码应用安全性评估的结论',
    labels: {
      CONFORMING: '符合',
      MOSTLY_CONFORMING: '基本符合',
      NOT_CONFORMING: '不符合',
    },
  },
} as const satisfies Record<string, CodeList>;
