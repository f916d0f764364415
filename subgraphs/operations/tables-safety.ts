import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { ComplianceKind, VulnerabilitySeverity } from './choices-safety.ts';

export interface VulnerabilityRow extends Row {
  /** The app that has it, or null when an allocated resource has it. */
  appId: string | null;
  itemId: string | null;
  assetId: string | null;
  subjectName: string;
  severity: VulnerabilitySeverity;
  /** Shown only to those who have to know. */
  description: string;
  foundOn: string;
  fixBy: string;
  plan: string | null;
  noticeText: string | null;
  fix: string | null;
  /** Whether the app was ordered off because of it. */
  delists: boolean;
  verifiedAt: Date | null;
}

export interface HiddenDangerRow extends Row {
  domain: string;
  severity: string;
  bearer: string;
  /** What is operated that has it, where it is on such a thing. */
  assetId: string | null;
  description: string;
  foundOn: string;
  demands: string | null;
  dueOn: string | null;
  remedy: string | null;
}

export interface SafetyCheckRow extends Row {
  kind: string;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  checkedItems: string[] | null;
  abnormalItems: string[] | null;
  summary: string | null;
  followUp: string | null;
}

export interface RiskAssessmentRow extends Row {
  appId: string;
  appName: string;
  dueOn: string;
  performedOn: string | null;
  method: string | null;
  findings: string | null;
  measures: string | null;
  urges: number;
}

export interface SafetyAgreementRow extends Row {
  signedOn: string;
  validUntil: string;
  requirementReference: string;
  clauses: string[];
  checkedClause: string | null;
  checkFinding: string | null;
  checkedAt: Date | null;
}

export interface TrainingSessionRow extends Row {
  topics: string[];
  subject: string;
  plannedOn: string;
  invitedUnits: string[];
  heldOn: string | null;
  attendance: string[] | null;
  outcome: string | null;
}

export interface CryptoProfileRow extends Row {
  appId: string | null;
  platformId: string | null;
  subjectName: string;
  algorithms: string[];
  refusedAlgorithms: string[];
  certificateIssuers: string[] | null;
  certificateUntil: string | null;
}

export interface MlpsRecordRow extends Row {
  platformId: string;
  platformName: string;
  level: number;
  filingNumber: string;
  agency: string;
  assessedOn: string;
  nextOn: string;
  isCii: boolean;
  ciiContact: string | null;
}

export interface ComplianceTaskRow extends Row {
  platformId: string;
  platformName: string;
  kind: ComplianceKind;
  liveOn: string;
  dueOn: string;
  agency: string | null;
  assessedOn: string | null;
  conclusion: string | null;
  /** The number of the assessment by which the task was done. */
  fulfilledBy: string | null;
}

export interface SecurityProgrammeRow extends Row {
  domain: string;
  measures: string;
  chargeOf: string;
  guidance: string | null;
}

export interface DataLeakCaseRow extends Row {
  unitId: string;
  unitName: string;
  foundOn: string;
  data: string;
  scale: string;
  finding: string | null;
  demands: string | null;
  rectifyBy: string | null;
  remedy: string | null;
  /** The incident that it is since it was confirmed. */
  incidentId: string | null;
  incidentNumber: string | null;
}

export interface SupervisionNoteRow extends Row {
  subjectNoun: string;
  subjectId: string;
  subjectNumber: string;
  subjectTitle: string;
  text: string;
  answer: string | null;
}

export interface CommercialDataProfileRow extends Row {
  unitName: string;
  dueOn: string | null;
  dataSets: string[] | null;
  measures: string | null;
  contact: string | null;
}

export interface BackupRecordRow extends Row {
  madeOn: string;
  scope: string;
  sizeMegabytes: number;
  location: string;
  result: string;
}

export interface RestoreDrillRow extends Row {
  drilledOn: string;
  scope: string;
  result: string;
  recoveryMinutes: number;
  improvement: string | null;
}

export interface PrivacyNoticeRow extends Row {
  appId: string;
  appName: string;
  versionText: string;
  purposes: string[];
  fieldsPerPurpose: string[];
  body: string;
}

export interface ConsentRecordRow extends Row {
  noticeId: string;
  noticeVersion: string;
  appId: string;
  appName: string;
  userReference: string;
  purposes: string[];
  method: string;
  lawReference: string | null;
  givenAt: Date;
  processedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface TerminalCheckRow extends Row {
  accountId: string;
  username: string;
  dueOn: string;
  device: string | null;
  checkedOn: string | null;
  passedItems: string[] | null;
  remark: string | null;
}

/** Which operations on public data an organisation's programs have reported. */
export interface DataOperationEventTable {
  organizationId: string;
  eventId: string;
  reportedOn: string;
}

export interface SafetyTables {
  'operations.dataOperationEvent': DataOperationEventTable;
  'operations.terminalCheck': TerminalCheckRow;
  'operations.supervisionNote': SupervisionNoteRow;
  'operations.commercialDataProfile': CommercialDataProfileRow;
  'operations.privacyNotice': PrivacyNoticeRow;
  'operations.consentRecord': ConsentRecordRow;
  'operations.cryptoProfile': CryptoProfileRow;
  'operations.mlpsRecord': MlpsRecordRow;
  'operations.complianceTask': ComplianceTaskRow;
  'operations.securityProgramme': SecurityProgrammeRow;
  'operations.dataLeakCase': DataLeakCaseRow;
  'operations.backupRecord': BackupRecordRow;
  'operations.restoreDrill': RestoreDrillRow;
  'operations.hiddenDanger': HiddenDangerRow;
  'operations.safetyCheck': SafetyCheckRow;
  'operations.riskAssessment': RiskAssessmentRow;
  'operations.safetyAgreement': SafetyAgreementRow;
  'operations.trainingSession': TrainingSessionRow;
  'operations.vulnerability': VulnerabilityRow;
}
