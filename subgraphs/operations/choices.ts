import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';

/** What is filed periodically: by the project company (articles 47, 50, 53 and 62), and by government bodies (article 16). */
export const FILING_KINDS = {
  BRAND_USAGE: '品牌使用情况报备',
  COMMERCIAL_COOPERATION: '商业合作备案',
  OPERATION_REPORT: '运营监管报告',
  SERVICE_LIST: '公共服务清单备案',
  LEVEL4_INCIDENTS: '四级事件备案',
} as const;

export type FilingKind = keyof typeof FILING_KINDS;

export interface FilingRule {
  articles: readonly number[];
  /** Whose duty it is; each government body files for itself. */
  filedBy: 'PROJECT_COMPANY' | 'GOVERNMENT_BODIES';
  periodMonths: RuleParameterName;
  workingDays: RuleParameterName;
  /** Article 53: this filing needs its written document. */
  reportRequired: boolean;
  /** The registers whose figures are prefilled. */
  nouns: readonly string[];
  /** When false, a period in which there is nothing to file has no filing. */
  nilReturn?: RuleParameterName;
}

/** How often each kind is due, how long after its period, and what is prefilled. */
export const FILING_RULES: Readonly<Record<FilingKind, FilingRule>> = {
  BRAND_USAGE: {
    articles: [50],
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.brand_usage.period_months',
    workingDays: 'filing.brand_usage.working_days',
    reportRequired: false,
    nouns: ['BrandAuthorization', 'StopOrder', 'MisuseReport'],
  },
  COMMERCIAL_COOPERATION: {
    articles: [53],
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.commercial_cooperation.period_months',
    workingDays: 'filing.commercial_cooperation.working_days',
    reportRequired: true,
    nouns: ['EcosystemUnit', 'AuthorizationAgreement', 'BrandAuthorization'],
  },
  OPERATION_REPORT: {
    articles: [47],
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.operation_report.period_months',
    workingDays: 'filing.operation_report.working_days',
    reportRequired: false,
    nouns: ['EcosystemUnit', 'Capability', 'CapabilityRequest', 'StopOrder', 'Announcement'],
  },
  SERVICE_LIST: {
    articles: [16],
    filedBy: 'GOVERNMENT_BODIES',
    periodMonths: 'service_item.filing_period_months',
    workingDays: 'service_item.filing_working_days',
    reportRequired: false,
    nouns: ['ServiceItem'],
  },
  LEVEL4_INCIDENTS: {
    articles: [62],
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.level4_incidents.period_months',
    workingDays: 'filing.level4_incidents.working_days',
    reportRequired: false,
    nouns: [],
    nilReturn: 'filing.level4_incidents.nil_return',
  },
};

/** What an announcement is about. */
export const ANNOUNCEMENT_KINDS = {
  NOTICE: '通知',
  MAINTENANCE: '维护',
  STANDARD: '标准发布',
  DELISTING: '下架',
} as const;
