/** The rhythm of supervision (article 47). */
export const INSPECTION_CYCLES = {
  DAILY: '日巡检',
  WEEKLY: '周检测',
  MONTHLY: '月监测',
  QUARTERLY: '季普查',
  ANNUAL: '年报告',
} as const;

export type InspectionCycle = keyof typeof INSPECTION_CYCLES;

/** Every item of every check list by its code; duty 47.1. */
export const INSPECTION_ITEMS = {
  DAILY_REACHABLE: '日：平台和在架应用可以访问',
  DAILY_SIGN_IN: '日：统一身份登录正常',
  DAILY_PAYMENT: '日：统一支付正常',
  DAILY_RESOURCES: '日：云、网、安全资源用量正常',
  DAILY_ALERTS: '日：告警都已处理',
  DAILY_CONTENT: '日：首页和推荐位内容无违规',
  DAILY_BACKUP: '日：备份已完成',
  WEEKLY_PERFORMANCE: '周：关键接口响应时间达标',
  WEEKLY_VULNERABILITIES: '周：漏洞扫描无新增高危',
  WEEKLY_CERTIFICATES: '周：域名和证书三十天内不到期',
  WEEKLY_LOGS: '周：日志完整、可检索',
  WEEKLY_ACCOUNTS: '周：账号和权限与在岗人员一致',
  MONTHLY_CAPACITY: '月：容量趋势可支撑下一季度',
  MONTHLY_COMPLAINTS: '月：投诉热点有处理结论',
  MONTHLY_INTERFACES: '月：接口可用率达标',
  MONTHLY_BRAND: '月：品牌使用与授权一致',
  MONTHLY_RECTIFICATIONS: '月：整改按期推进',
  QUARTERLY_APPS: '季：在架应用逐个检查',
  QUARTERLY_AGREEMENTS: '季：协议和授权都在有效期内',
  QUARTERLY_STANDARDS: '季：在架版本符合现行规范',
  QUARTERLY_DATA: '季：数据使用与批准一致',
  QUARTERLY_OPS_PROFILES: '季：提供方运维档案有效',
  ANNUAL_REVIEW: '年：全年巡检检测情况已汇总',
  ANNUAL_DRILLS: '年：应急和恢复演练已开展',
  ANNUAL_MECHANISMS: '年：机制文件现行有效',
  ANNUAL_REPORT: '年：年度监管报告已编写',
} as const;

export type InspectionItem = keyof typeof INSPECTION_ITEMS;

/** The check list of a cycle, in the order in which it is gone through. */
export function itemsOf(cycle: InspectionCycle): InspectionItem[] {
  return (Object.keys(INSPECTION_ITEMS) as InspectionItem[]).filter((item) => item.startsWith(`${cycle}_`));
}

/** What an app was found like in the quarterly survey. */
export const APP_FINDINGS = { NORMAL: '正常', ABNORMAL: '异常' } as const;

/** What an abnormal item may lead to: records of these registers. */
export const FOLLOW_UPS = {
  Incident: '应急事件',
  Rectification: '整改',
  Vulnerability: '漏洞',
  ProblemCase: '问题处置',
  ForcedDelisting: '强制下架',
} as const;
