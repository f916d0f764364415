export interface Place {
  href: string;
  label: string;
  /** Pages elsewhere that belong to this place. */
  also?: string;
}

export const PUBLIC_PLACES: readonly Place[] = [
  { href: '/standards', label: '标准规范' },
  { href: '/dictionary', label: '数据字典' },
  { href: '/capabilities', label: '开放能力' },
  { href: '/apps', label: '应用目录' },
  { href: '/announcements', label: '公告' },
  { href: '/measure', label: '管理办法' },
  { href: '/verify', label: '品牌核验' },
  { href: '/api-docs', label: '接口文档' },
];

export const FOOTER_PLACES: readonly Place[] = [
  { href: '/measure', label: '管理办法释读' },
  { href: '/glossary', label: '术语表' },
  { href: '/standards', label: '标准规范' },
  { href: '/dictionary', label: '数据字典' },
  { href: '/api-docs', label: '接口文档' },
  { href: '/changes', label: '变更记录' },
  { href: '/about/decisions', label: '设计决定' },
  { href: '/verify', label: '品牌核验' },
  { href: '/norms', label: '商业规范' },
  { href: '/fairness', label: '公开的规则' },
  { href: '/hotline', label: '热线' },
  { href: '/report-misuse', label: '举报冒用' },
  { href: '/incident-levels', label: '应急事件分级' },
  { href: '/rules', label: '用户规则' },
  { href: '/policies', label: '政策文件' },
  { href: '/transparency', label: '透明度' },
];

const OVERVIEW: Place = { href: '/work', label: '概览' };
const UNITS: Place = { href: '/work/ecosystem-units', label: '生态单位' };
const AGREEMENTS: Place = { href: '/work/authorization-agreements', label: '授权协议' };
const BRANDS: Place = { href: '/work/brand-authorizations', label: '品牌授权' };
const TRADEMARKS: Place = { href: '/work/trademarks', label: '商标' };
const LICENSES: Place = { href: '/work/trademark-licenses', label: '商标许可' };
const STOP_ORDERS: Place = { href: '/work/stop-orders', label: '叫停令' };
const MISUSE: Place = { href: '/work/misuse-reports', label: '冒用举报' };
const APPS: Place = { href: '/work/apps', label: '应用' };
const APP_VERSIONS: Place = { href: '/work/app-versions', label: '应用版本' };
const DELISTINGS: Place = { href: '/work/delisting-requests', label: '下架申请' };
const FORCED_DELISTINGS: Place = { href: '/work/forced-delistings', label: '强制下架' };
const CONTENTS: Place = { href: '/work/content-items', label: '内容' };
const APP_SCORES: Place = { href: '/work/app-scores', label: '应用评分' };
const PLATFORMS: Place = { href: '/work/system-platforms', label: '系统平台' };
const SERVICE_ITEMS: Place = { href: '/work/service-items', label: '服务事项' };
const EXCEPTIONS: Place = { href: '/work/consolidation-exceptions', label: '统一建设例外' };
const LEGACY_APPS: Place = { href: '/work/legacy-mobile-apps', label: '存量应用' };
const INTEGRATION_PLANS: Place = { href: '/work/integration-plans', label: '纳入计划' };
const INFRASTRUCTURE: Place = { href: '/work/infrastructure-requests', label: '资源申请' };
const INFRASTRUCTURE_ITEMS: Place = { href: '/work/infrastructure-items', label: '资源项' };
const OWN_RESOURCES: Place = { href: '/work/company-infra-resources', label: '自备资源' };
const BINDINGS: Place = { href: '/work/infrastructure-bindings', label: '资源绑定' };
const DEMANDS: Place = { href: '/work/resource-demands', label: '资源需求' };
const DEMAND_BATCHES: Place = { href: '/work/resource-demand-batches', label: '需求批次' };
const CAPABILITIES: Place = { href: '/work/capabilities', label: '能力目录' };
const CAPABILITY_REQUESTS: Place = { href: '/work/capability-requests', label: '能力申请' };
const STANDARDS: Place = { href: '/work/standards', label: '标准' };
const STANDARD_VERSIONS: Place = { href: '/work/standard-versions', label: '标准版本' };
const STANDARD_CHECKS: Place = { href: '/work/standard-checks', label: '规范检查' };
const SELF_CHECK: Place = { href: '/work/self-check', label: '合规自检' };
const CAPABILITY_USAGE: Place = { href: '/work/capability-usage', label: '能力调用量' };
const CREDENTIALS: Place = { href: '/work/machine-credentials', label: '程序凭证' };
const MEMBERS: Place = { href: '/work/members', label: '成员' };
const OWNER_UNITS: Place = { href: '/work/owner-units', label: '业主单位' };
const COMPANIES: Place = { href: '/work/project-companies', label: '项目公司' };
const GOVERNMENT: Place = { href: '/work/government-bodies', label: '政府单位' };
const CALENDARS: Place = { href: '/work/work-calendars', label: '工作日历' };
const FILINGS: Place = { href: '/work/filings', label: '备案和报告' };
const INCIDENTS: Place = { href: '/work/incidents', label: '事件' };
const INCIDENT_NOTICES: Place = { href: '/work/incident-notices', label: '事件通报' };
const MONITORS: Place = { href: '/work/monitor-targets', label: '监测目标' };
const ACCOUNTABILITY: Place = { href: '/work/accountability-cases', label: '责任追究' };
const INSPECTIONS: Place = { href: '/work/inspection-tasks', label: '巡检检测' };
const RECTIFICATIONS: Place = { href: '/work/rectifications', label: '整改' };
const PROBLEMS: Place = { href: '/work/problem-cases', label: '问题处置', also: '/work/evidences' };
const HOTLINE: Place = { href: '/work/hotline-tickets', label: '热线工单' };
const HOTLINE_STATISTICS: Place = { href: '/work/hotline-statistics', label: '热线统计' };
const NORMS: Place = { href: '/work/business-norms', label: '商业规范' };
const UNIT_ASSESSMENTS: Place = { href: '/work/unit-assessments', label: '单位考核' };
const COOPERATIONS: Place = { href: '/work/commercial-cooperations', label: '商业合作' };
const DATA_INSPECTIONS: Place = { href: '/work/data-operation-inspections', label: '数据运营检查' };
const DISPUTES: Place = { href: '/work/dispute-records', label: '商业纠纷' };
const OPS_CHECKS: Place = { href: '/work/unit-ops-checks', label: '单位运维检查' };
const MECHANISMS: Place = { href: '/work/mechanism-documents', label: '机制文件' };
const MECHANISMS_MISSING: Place = { href: '/work/mechanisms', label: '机制是否齐备' };
const TEAMS: Place = { href: '/work/team-records', label: '团队和值守' };
const OPS_ASSETS: Place = { href: '/work/ops-assets', label: '运维资产' };
const HIDDEN_DANGERS: Place = { href: '/work/hidden-dangers', label: '安全隐患' };
const SAFETY_CHECKS: Place = { href: '/work/safety-checks', label: '安全检查' };
const RISK_ASSESSMENTS: Place = { href: '/work/risk-assessments', label: '风险评估' };
const SAFETY_AGREEMENTS: Place = { href: '/work/safety-agreements', label: '安全管理协议' };
const TRAINING_SESSIONS: Place = { href: '/work/training-sessions', label: '安全培训' };
const SUPERVISION_NOTES: Place = { href: '/work/supervision-notes', label: '监管意见' };
const TERMINAL_CHECKS: Place = { href: '/work/terminal-checks', label: '终端检查' };
const CRYPTO_PROFILES: Place = { href: '/work/crypto-profiles', label: '密码应用情况' };
const MLPS_RECORDS: Place = { href: '/work/mlps-records', label: '等级保护' };
const COMPLIANCE_TASKS: Place = { href: '/work/compliance-tasks', label: '测评任务' };
const SECURITY_GAPS: Place = { href: '/work/security-gaps', label: '安全缺口' };
const SECURITY_PROGRAMMES: Place = { href: '/work/security-programmes', label: '安全措施' };
const DATA_LEAK_CASES: Place = { href: '/work/data-leak-cases', label: '数据泄露' };
const COMMERCIAL_DATA: Place = { href: '/work/commercial-data-profiles', label: '商业数据保护' };
const BACKUP_RECORDS: Place = { href: '/work/backup-records', label: '备份记录' };
const RESTORE_DRILLS: Place = { href: '/work/restore-drills', label: '恢复演练' };
const PRIVACY_NOTICES: Place = { href: '/work/privacy-notices', label: '个人信息告知书' };
const CONSENT_RECORDS: Place = { href: '/work/consent-records', label: '同意记录' };
const VULNERABILITIES: Place = { href: '/work/vulnerabilities', label: '安全漏洞' };
const ANNOUNCEMENTS: Place = { href: '/work/announcements', label: '公告' };
const MY_UNIT: Place = { href: '/work/my-unit', label: '我的单位', also: '/work/ecosystem-units' };
const FAIRNESS_COMPLAINTS: Place = { href: '/work/fairness-complaints', label: '公平投诉' };
const FAIRNESS: Place = { href: '/work/fairness', label: '公平对待' };
const SUPERVISION: Place = { href: '/work/supervision', label: '监管总览' };
const ASSESSMENTS: Place = { href: '/work/assessments', label: '年度考核' };
const SCHEMES: Place = { href: '/work/assessment-schemes', label: '考核方案' };
const METRICS: Place = { href: '/work/operation-metrics', label: '运营指标' };
const SCORECARDS: Place = { href: '/work/access-scorecards', label: '接入监管' };
const CONTACTS: Place = { href: '/work/operation-contacts', label: '运营联系人' };
const USER_RULES: Place = { href: '/work/user-rules', label: '用户规则' };
const VIOLATIONS: Place = { href: '/work/user-violations', label: '用户违规' };
const TERMINAL_USERS: Place = { href: '/work/terminal-users', label: '终端用户' };
const CONTENT_INCIDENTS: Place = { href: '/work/content-incidents', label: '内容处置' };
const DOCKINGS: Place = { href: '/work/docking-records', label: '对接记录' };
const COOPERATION_ITEMS: Place = { href: '/work/cooperation-items', label: '配合事项' };
const POLICIES: Place = { href: '/work/policy-documents', label: '政策文件' };
const BUDGETS: Place = { href: '/work/budget-declarations', label: '经费预算' };
const COORDINATIONS: Place = { href: '/work/coordination-items', label: '协调事项' };
const PRODUCT_WORKS: Place = { href: '/work/product-works', label: '产品运营' };
const NOTIFICATIONS: Place = { href: '/work/notifications', label: '收件箱' };
const DUTIES: Place = { href: '/work/duties', label: '义务日历', also: '/work/calendar-feeds' };
const STATISTICS: Place = { href: '/work/statistics', label: '统计' };
const DATA_OPERATIONS: Place = { href: '/work/data-operations', label: '公共数据操作' };
const AUDIT: Place = { href: '/work/audit', label: '审计' };
const PARAMETERS: Place = { href: '/work/parameters', label: '参数' };
const SECURITY: Place = { href: '/work/account', label: '账号安全' };

/** What concerns the safety of one's own apps. */
const PROVIDER_SAFETY: readonly Place[] = [
  TERMINAL_CHECKS,
  CONSENT_RECORDS,
  PRIVACY_NOTICES,
  CRYPTO_PROFILES,
  VULNERABILITIES,
  TRAINING_SESSIONS,
  RISK_ASSESSMENTS,
];

/** What the project company and the management unit look after for all. */
const SAFETY: readonly Place[] = [
  TERMINAL_CHECKS,
  DATA_OPERATIONS,
  CONSENT_RECORDS,
  PRIVACY_NOTICES,
  SECURITY_GAPS,
  RESTORE_DRILLS,
  BACKUP_RECORDS,
  DATA_LEAK_CASES,
  COMMERCIAL_DATA,
  SECURITY_PROGRAMMES,
  COMPLIANCE_TASKS,
  MLPS_RECORDS,
  CRYPTO_PROFILES,
  VULNERABILITIES,
  TRAINING_SESSIONS,
  SAFETY_AGREEMENTS,
  RISK_ASSESSMENTS,
  SAFETY_CHECKS,
  HIDDEN_DANGERS,
];

const PUBLIC_PROVIDER: readonly Place[] = [
  APPS,
  APP_VERSIONS,
  DELISTINGS,
  FORCED_DELISTINGS,
  CONTENTS,
  PROBLEMS,
  RECTIFICATIONS,
  CONTENT_INCIDENTS,
  SERVICE_ITEMS,
  LEGACY_APPS,
  INTEGRATION_PLANS,
  EXCEPTIONS,
  INCIDENT_NOTICES,
  FILINGS,
  SCORECARDS,
  CONTACTS,
  COOPERATION_ITEMS,
  DOCKINGS,
  COORDINATIONS,
  POLICIES,
  BUDGETS,
  CAPABILITIES,
  CAPABILITY_REQUESTS,
  SELF_CHECK,
  STANDARD_CHECKS,
  CREDENTIALS,
  ...PROVIDER_SAFETY,
];

const PLACES_OF_PARTY: Record<string, readonly Place[]> = {
  ECOSYSTEM_UNIT: [
    MY_UNIT,
    AGREEMENTS,
    BRANDS,
    COOPERATIONS,
    UNIT_ASSESSMENTS,
    FAIRNESS_COMPLAINTS,
    APPS,
    APP_VERSIONS,
    DELISTINGS,
    FORCED_DELISTINGS,
    CONTENTS,
    CONTENT_INCIDENTS,
    APP_SCORES,
    DEMANDS,
    CAPABILITIES,
    CAPABILITY_REQUESTS,
    CAPABILITY_USAGE,
    SELF_CHECK,
    STANDARD_CHECKS,
    CREDENTIALS,
    INCIDENT_NOTICES,
    STOP_ORDERS,
    PROBLEMS,
    RECTIFICATIONS,
    OPS_CHECKS,
    DISPUTES,
    ...PROVIDER_SAFETY,
    DATA_LEAK_CASES,
    COMMERCIAL_DATA,
  ],
  GOVERNMENT_DEPARTMENT: PUBLIC_PROVIDER,
  MUNICIPALITY: PUBLIC_PROVIDER,
  COUNTY: PUBLIC_PROVIDER,
  PROJECT_COMPANY: [
    { href: '/work/queue', label: '待办' },
    UNITS,
    AGREEMENTS,
    BRANDS,
    LICENSES,
    COOPERATIONS,
    UNIT_ASSESSMENTS,
    FAIRNESS_COMPLAINTS,
    NORMS,
    APPS,
    APP_VERSIONS,
    DELISTINGS,
    FORCED_DELISTINGS,
    CONTENTS,
    CONTENT_INCIDENTS,
    APP_SCORES,
    PLATFORMS,
    INFRASTRUCTURE,
    INFRASTRUCTURE_ITEMS,
    OWN_RESOURCES,
    BINDINGS,
    DEMANDS,
    DEMAND_BATCHES,
    CAPABILITIES,
    CAPABILITY_REQUESTS,
    CAPABILITY_USAGE,
    STANDARDS,
    STANDARD_VERSIONS,
    STANDARD_CHECKS,
    STOP_ORDERS,
    MISUSE,
    INCIDENTS,
    INCIDENT_NOTICES,
    MONITORS,
    ACCOUNTABILITY,
    INSPECTIONS,
    PROBLEMS,
    RECTIFICATIONS,
    OPS_CHECKS,
    DATA_INSPECTIONS,
    DISPUTES,
    MECHANISMS,
    MECHANISMS_MISSING,
    TEAMS,
    OPS_ASSETS,
    HOTLINE,
    HOTLINE_STATISTICS,
    FILINGS,
    ...SAFETY,
    ANNOUNCEMENTS,
    SUPERVISION,
    ASSESSMENTS,
    METRICS,
    SCHEMES,
    DOCKINGS,
    COOPERATION_ITEMS,
    CONTACTS,
    COORDINATIONS,
    PRODUCT_WORKS,
    USER_RULES,
    VIOLATIONS,
    TERMINAL_USERS,
    CREDENTIALS,
    STATISTICS,
    AUDIT,
    PARAMETERS,
  ],
  MANAGEMENT_UNIT: [
    { href: '/work/approvals', label: '待审批' },
    UNITS,
    AGREEMENTS,
    BRANDS,
    COOPERATIONS,
    UNIT_ASSESSMENTS,
    FAIRNESS_COMPLAINTS,
    NORMS,
    TRADEMARKS,
    LICENSES,
    MISUSE,
    STOP_ORDERS,
    INCIDENTS,
    MONITORS,
    ACCOUNTABILITY,
    FILINGS,
    INSPECTIONS,
    PROBLEMS,
    RECTIFICATIONS,
    OPS_CHECKS,
    DATA_INSPECTIONS,
    DISPUTES,
    MECHANISMS,
    MECHANISMS_MISSING,
    TEAMS,
    OPS_ASSETS,
    HOTLINE,
    HOTLINE_STATISTICS,
    APPS,
    APP_VERSIONS,
    DELISTINGS,
    FORCED_DELISTINGS,
    CONTENTS,
    CONTENT_INCIDENTS,
    APP_SCORES,
    PLATFORMS,
    SERVICE_ITEMS,
    LEGACY_APPS,
    INTEGRATION_PLANS,
    EXCEPTIONS,
    INFRASTRUCTURE,
    DEMANDS,
    DEMAND_BATCHES,
    CAPABILITIES,
    CAPABILITY_USAGE,
    STANDARDS,
    STANDARD_VERSIONS,
    ...SAFETY,
    OWNER_UNITS,
    COMPANIES,
    GOVERNMENT,
    SUPERVISION,
    FAIRNESS,
    ASSESSMENTS,
    SCHEMES,
    METRICS,
    SCORECARDS,
    DOCKINGS,
    COOPERATION_ITEMS,
    CONTACTS,
    COORDINATIONS,
    BUDGETS,
    PRODUCT_WORKS,
    SUPERVISION_NOTES,
    USER_RULES,
    VIOLATIONS,
    TERMINAL_USERS,
    STATISTICS,
    PARAMETERS,
    CALENDARS,
    AUDIT,
  ],
  OWNER_UNIT: [
    { href: '/work/queue', label: '待办' },
    UNITS,
    AGREEMENTS,
    BRANDS,
    COOPERATIONS,
    NORMS,
    STOP_ORDERS,
    SELF_CHECK,
    STANDARD_CHECKS,
    INCIDENTS,
    MONITORS,
    ACCOUNTABILITY,
    FILINGS,
    INSPECTIONS,
    PROBLEMS,
    RECTIFICATIONS,
    OPS_CHECKS,
    DATA_INSPECTIONS,
    DISPUTES,
    MECHANISMS,
    MECHANISMS_MISSING,
    TEAMS,
    OPS_ASSETS,
    APPS,
    APP_SCORES,
    PLATFORMS,
    COMPANIES,
    SUPERVISION,
    ASSESSMENTS,
    SCHEMES,
    METRICS,
    DOCKINGS,
    PRODUCT_WORKS,
    COORDINATIONS,
    HIDDEN_DANGERS,
    SAFETY_CHECKS,
    SAFETY_AGREEMENTS,
    TRAINING_SESSIONS,
    CRYPTO_PROFILES,
    COMPLIANCE_TASKS,
    MLPS_RECORDS,
    SECURITY_PROGRAMMES,
    BACKUP_RECORDS,
    RESTORE_DRILLS,
    SECURITY_GAPS,
  ],
  INFRASTRUCTURE_PROVIDER: [
    { href: '/work/queue', label: '待办' },
    TRADEMARKS,
    UNITS,
    BRANDS,
    PLATFORMS,
    INCIDENTS,
    MONITORS,
    INFRASTRUCTURE,
    INFRASTRUCTURE_ITEMS,
    CREDENTIALS,
    OPS_ASSETS,
    RECTIFICATIONS,
    COORDINATIONS,
    VULNERABILITIES,
    HIDDEN_DANGERS,
    INSPECTIONS,
    FILINGS,
    ASSESSMENTS,
    METRICS,
    SUPERVISION_NOTES,
  ],
};

/** Where work is done, for the party that one acts for; somebody without a unit is led to register one. */
export function workPlaces(party: string | null): readonly Place[] {
  const own = party === null ? [MY_UNIT] : (PLACES_OF_PARTY[party] ?? []);
  return [OVERVIEW, ...own, NOTIFICATIONS, ...(party === null ? [] : [DUTIES, MEMBERS]), SECURITY];
}

/** True for the place itself and for every page below it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
