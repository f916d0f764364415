import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { VulnerabilitySeverity } from './choices-safety.ts';

export interface VulnerabilityRow extends Row {
  /** The app that has it, or null when an allocated resource has it. */
  appId: string | null;
  itemId: string | null;
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
}

export interface HiddenDangerRow extends Row {
  domain: string;
  severity: string;
  bearer: string;
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

export interface SafetyTables {
  'operations.hiddenDanger': HiddenDangerRow;
  'operations.safetyCheck': SafetyCheckRow;
  'operations.riskAssessment': RiskAssessmentRow;
  'operations.safetyAgreement': SafetyAgreementRow;
  'operations.trainingSession': TrainingSessionRow;
  'operations.vulnerability': VulnerabilityRow;
}
