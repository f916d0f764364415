import { DATA_OPERATION_NOUN } from '@zgt/schema/measure/data-operations.ts';
import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';

/** Three different things: told for the receiver to read, put on record, or filed under a number (articles 47, 50, 53, 62, 69 and 73). */
export const FILING_FORMS = {
  REPORT: '报告',
  RECORD_REPORT: '报备',
  FILING: '备案',
} as const;

export type FilingForm = keyof typeof FILING_FORMS;

/** What starts the number that each of them is registered under. */
export const FILING_NUMBER_PREFIXES: Readonly<Record<FilingForm, string>> = {
  REPORT: 'ZGT-BG',
  RECORD_REPORT: 'ZGT-BB',
  FILING: 'ZGT-BA',
};

/** What is filed periodically: by the project company (articles 47, 50, 53, 62, 69 and 73), and by government bodies (article 16). */
export const FILING_KINDS = {
  BRAND_USAGE: '品牌使用情况报备',
  COMMERCIAL_COOPERATION: '商业合作备案',
  OPERATION_REPORT: '运营监管报告',
  ANNUAL_REPORT: '年度监管报告',
  GOVERNMENT_DATA_OPERATION: '政务数据运营报告',
  OVERALL_SAFETY: '整体安全报告',
  SERVICE_LIST: '公共服务清单备案',
  LEVEL4_INCIDENTS: '四级事件备案',
} as const;

export type FilingKind = keyof typeof FILING_KINDS;

export interface FilingRule {
  articles: readonly number[];
  form: FilingForm;
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
  /** How the inspections of the period went is prefilled too (article 47). */
  inspections?: true;
  /** How many records are late is prefilled too (article 73). */
  overdue?: true;
}

/** How often each kind is due, how long after its period, and what is prefilled. */
export const FILING_RULES: Readonly<Record<FilingKind, FilingRule>> = {
  BRAND_USAGE: {
    articles: [50],
    form: 'RECORD_REPORT',
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.brand_usage.period_months',
    workingDays: 'filing.brand_usage.working_days',
    reportRequired: false,
    nouns: ['BrandAuthorization', 'StopOrder', 'MisuseReport'],
  },
  COMMERCIAL_COOPERATION: {
    articles: [53],
    form: 'FILING',
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.commercial_cooperation.period_months',
    workingDays: 'filing.commercial_cooperation.working_days',
    reportRequired: true,
    nouns: [
      'EcosystemUnit',
      'AuthorizationAgreement',
      'BrandAuthorization',
      'CommercialCooperation',
      'DisputeRecord',
    ],
  },
  OPERATION_REPORT: {
    articles: [47],
    form: 'FILING',
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.operation_report.period_months',
    workingDays: 'filing.operation_report.working_days',
    reportRequired: false,
    nouns: [
      'EcosystemUnit',
      'Capability',
      'CapabilityRequest',
      'StopOrder',
      'Announcement',
      'ProblemCase',
      'Rectification',
    ],
    inspections: true,
  },
  ANNUAL_REPORT: {
    articles: [47],
    form: 'FILING',
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.annual_report.period_months',
    workingDays: 'filing.annual_report.working_days',
    reportRequired: true,
    nouns: [
      'EcosystemUnit',
      'App',
      'CapabilityRequest',
      'StopOrder',
      'ProblemCase',
      'Rectification',
      'HotlineTicket',
    ],
    inspections: true,
  },
  GOVERNMENT_DATA_OPERATION: {
    articles: [69],
    form: 'REPORT',
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.government_data_operation.period_months',
    workingDays: 'filing.government_data_operation.working_days',
    reportRequired: false,
    nouns: [
      DATA_OPERATION_NOUN,
      'DataUseRequest',
      'DataOperationGrant',
      'DataProduct',
      'DataOperationInspection',
    ],
  },
  OVERALL_SAFETY: {
    articles: [73],
    form: 'REPORT',
    filedBy: 'PROJECT_COMPANY',
    periodMonths: 'filing.overall_safety.period_months',
    workingDays: 'filing.overall_safety.working_days',
    reportRequired: false,
    nouns: ['Vulnerability', 'HiddenDanger', 'Incident', 'ProblemCase', 'Rectification', 'RiskAssessment'],
    overdue: true,
  },
  SERVICE_LIST: {
    articles: [16],
    form: 'FILING',
    filedBy: 'GOVERNMENT_BODIES',
    periodMonths: 'service_item.filing_period_months',
    workingDays: 'service_item.filing_working_days',
    reportRequired: false,
    nouns: ['ServiceItem'],
  },
  LEVEL4_INCIDENTS: {
    articles: [62],
    form: 'FILING',
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
