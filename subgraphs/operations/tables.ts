import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { FilingKind } from './choices.ts';
import type { Weekday } from './choices-operations.ts';
import type { ListedIncident } from './incident/store.ts';
import type { InspectionCycle } from './inspection-task/check-items.ts';
import type { AssessmentTables } from './tables-assessments.ts';
import type { ConductTables } from './tables-conduct.ts';
import type { CoordinationTables } from './tables-coordination.ts';
import type { IncidentTables } from './tables-incidents.ts';
import type { SafetyTables } from './tables-safety.ts';

/** One number that the registers gave for a period: records now in a state or late, actions taken in it, or records of it in a state. */
export interface FilingFigure {
  noun: string;
  measure: 'STATE' | 'ACTION' | 'PERIOD' | 'OVERDUE';
  name: string;
  count: number;
}

export interface FilingRow extends Row {
  kind: FilingKind;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  /** The figures of the registers; for the incidents of level 4 the incidents themselves. */
  prefill: { figures: FilingFigure[]; incidents?: ListedIncident[] };
  summary: string | null;
  filingNumber: string | null;
}

export interface AnnouncementRow extends Row {
  kind: string;
  title: string;
  body: string;
  publishedAt: Date | null;
}

export interface WorkCalendarRow extends Row {
  year: number;
  holidays: string[];
  workdays: string[];
  source: string;
}

export interface RectificationRow extends Row {
  kind: string;
  cause: string;
  /** The party that ordered it and verifies it. */
  issuedBy: string;
  findings: string;
  demands: string;
  dueOn: string;
  sourceNoun: string | null;
  sourceId: string | null;
  sourceNumber: string | null;
  result: string | null;
  rejections: number;
  measure: string | null;
  clauseReference: string | null;
  majorImpact: boolean | null;
  incidentNumber: string | null;
}

export interface ProblemCaseRow extends Row {
  scope: string;
  /** The party that leads it. */
  lead: string;
  appId: string | null;
  /** The organisation that provides the app; null for content alone. */
  providerId: string | null;
  contentReference: string | null;
  subjectName: string;
  severity: string;
  findings: string;
  discoveredAt: Date;
  evidenceKeptAt: Date | null;
  basis: string | null;
  contentMeasure: string | null;
  noticeText: string | null;
  demands: string | null;
  rectifyBy: string | null;
  containedAt: Date | null;
  confirmedAt: Date | null;
  report: string | null;
  reportedAt: Date | null;
  decision: string | null;
  jointDepartments: string[] | null;
}

export interface EvidenceRow extends Row {
  /** What it is kept of: a problem case, or a content that was hidden or removed. */
  caseKind: 'PROBLEM_CASE' | 'CONTENT_ITEM';
  caseId: string;
  caseNumber: string;
  snapshot: string;
  body: string | null;
  attachments: string[];
  digest: string;
  capturedAt: Date;
}

/** The record that follows up an abnormal item. */
export interface FollowUp {
  item: string;
  noun: string;
  recordId: string;
  number: string;
}

export interface InspectionTaskRow extends Row {
  cycle: InspectionCycle;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  followUps: { list: FollowUp[] };
  abnormalItems: string[];
  summary: string | null;
  completedAt: Date | null;
}

interface InspectionAppTable {
  taskId: string;
  appId: string;
  finding: string;
  checkedAt: Date;
}

export interface HotlineTicketRow extends Row {
  channel: string;
  topic: string;
  governmentRelated: boolean;
  line: string;
  appId: string | null;
  question: string;
  contactCipher: string | null;
  /** Lets the user look at it; null for tickets that came from the other line. */
  codeHash: string | null;
  transferNote: string | null;
  externalNumber: string | null;
  answer: string | null;
  answeredAt: Date | null;
  /** When 12345 took the answer to a ticket of its own; null until then, and for all others. */
  answerTakenAt: Date | null;
  satisfaction: number | null;
  revisitNote: string | null;
}

export interface CalendarFeedRow extends Row {
  device: string;
  accountId: string;
  tokenHash: string;
}

/** What a department found in a joint inspection. */
export interface JointFinding {
  department: string;
  finding: string;
  /** ISO 8601. */
  at: string;
}

export interface DataOperationInspectionRow extends Row {
  subjects: string[];
  jointDepartments: string[];
  indicators: string[];
  plannedOn: string | null;
  findings: { list: JointFinding[] };
  outcome: string | null;
  summary: string | null;
}

export interface DisputeRecordRow extends Row {
  kind: string;
  parties: string[];
  activity: string;
  description: string;
  reference: string | null;
  brandImpact: string | null;
  responsibleParty: string | null;
  accountabilityNumber: string | null;
  outcome: string | null;
}

export interface UnitOpsCheckRow extends Row {
  unitName: string;
  checkedOn: string;
  infrastructure: string;
  operation: string;
  emergency: string;
  note: string;
  demands: string | null;
  rectifyBy: string | null;
}

export interface MechanismDocumentRow extends Row {
  kind: string;
  name: string;
  versionText: string;
  summary: string;
  /** The parties that signed. */
  signedBy: string[];
  guidance: string | null;
  guidedAt: Date | null;
  inForceAt: Date | null;
}

export interface TeamRecordRow extends Row {
  kind: string;
  name: string;
  lead: string;
  memberCount: number;
  dutyPhone: string;
  hours: string;
  /** Who is on duty, by weekday. */
  roster: Partial<Record<Weekday, string>>;
}

export interface OpsAssetRow extends Row {
  kind: string;
  serviceUse: string;
  responsible: string;
  securityResponsible: string;
  name: string;
  runbook: string;
  maintenanceWindow: string;
  dutyPhone: string;
  guidance: string | null;
}

export interface OperationsTables
  extends IncidentTables,
    SafetyTables,
    AssessmentTables,
    ConductTables,
    CoordinationTables {
  'operations.workCalendar': WorkCalendarRow;
  'operations.filing': FilingRow;
  'operations.announcement': AnnouncementRow;
  'operations.rectification': RectificationRow;
  'operations.problemCase': ProblemCaseRow;
  'operations.evidence': EvidenceRow;
  'operations.inspectionTask': InspectionTaskRow;
  'operations.inspectionApp': InspectionAppTable;
  'operations.hotlineTicket': HotlineTicketRow;
  'operations.calendarFeed': CalendarFeedRow;
  'operations.dataOperationInspection': DataOperationInspectionRow;
  'operations.disputeRecord': DisputeRecordRow;
  'operations.unitOpsCheck': UnitOpsCheckRow;
  'operations.mechanismDocument': MechanismDocumentRow;
  'operations.teamRecord': TeamRecordRow;
  'operations.opsAsset': OpsAssetRow;
}
