import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type {
  DamagedData,
  DataEffect,
  FiredRule,
  IncidentLevel,
  OutageScope,
  Threat,
} from '@zgt/schema/measure/incident-levels.ts';
import type {
  AccountabilityLead,
  AccountabilityScope,
  AccountabilitySubject,
  IncidentCause,
  IncidentEntryKind,
  IncidentSource,
  NoticeRecipient,
  ProbeKind,
} from './choices-incidents.ts';

export interface IncidentRow extends Row {
  title: string;
  description: string;
  category: 'FAULT' | 'SECURITY' | 'DATA';
  source: IncidentSource;
  appId: string | null;
  platformId: string | null;
  /** Name of the app or platform that is hit, as it was called then. */
  affected: string | null;
  monitorTargetId: string | null;
  /** The group of alerts that it came from, with the organisation that sent them. */
  alertGroup: string | null;
  outageScope: OutageScope;
  /** When the present or last interruption began. */
  outageStartedAt: Date;
  outageEndedAt: Date | null;
  /** The longest interruption before the present one, in milliseconds. */
  longestOutageMs: number;
  /** All interruptions before the present one together, in milliseconds. */
  earlierOutageMs: number;
  damagedData: DamagedData;
  dataEffect: DataEffect;
  threat: Threat;
  /** When outage or damage began first. */
  startedAt: Date;
  detectedAt: Date;
  reportedAt: Date | null;
  handlingStartedAt: Date | null;
  endedAt: Date | null;
  handlingLate: boolean | null;
  reportingLate: boolean | null;
  /** What the decision table makes of the facts. */
  computedLevel: IncidentLevel;
  /** The level in force: never below the computed one. */
  level: IncidentLevel;
  peakLevel: IncidentLevel;
  criteria: { fired: FiredRule[] };
  nextCrossingAt: Date | null;
  progressDueAt: Date | null;
  /** The first report that is missing and was not made up for. */
  progressOverdueAt: Date | null;
  lastProgressAt: Date | null;
  progressCount: number;
  progressMissed: number;
  jointGroupAt: Date | null;
  commanderName: string | null;
  commanderAccountId: string | null;
  commanderDueAt: Date | null;
  noticesDecided: NoticeRecipient[];
  evidenceKeptAt: Date | null;
  resolution: string | null;
  causeKind: IncidentCause | null;
  /** When the provider whose app caused it was told to mend or take it off. */
  providerContactedAt: Date | null;
  cause: string | null;
  impact: string | null;
  measures: string | null;
}

export interface IncidentEntryTable {
  /** In the order in which they were made. */
  id: string;
  incidentId: string;
  at: Date;
  kind: IncidentEntryKind;
  level: IncidentLevel;
  text: string;
  byName: string;
}

export interface ProgressReportTable {
  /** In the order in which they were made. */
  id: string;
  incidentId: string;
  at: Date;
  dueAt: Date | null;
  late: boolean;
  level: IncidentLevel;
  text: string;
  byName: string;
}

export interface ExternalNoticeTable {
  /** In the order in which they were made. */
  id: string;
  incidentId: string;
  at: Date;
  recipient: NoticeRecipient;
  decision: 'NOTIFIED' | 'NOT_NEEDED';
  note: string;
  byName: string;
}

export interface IncidentNoticeRow extends Row {
  incidentId: string;
  appId: string;
  appName: string;
  text: string;
  answer: string | null;
  /** The last day to mend by, where the app itself caused the incident and its provider has to choose (article 26). */
  rectifyBy: string | null;
  plan: string | null;
  noticeText: string | null;
}

export interface AccountabilityCaseRow extends Row {
  scope: AccountabilityScope;
  subject: AccountabilitySubject;
  subjectName: string;
  incidentId: string | null;
  lead: AccountabilityLead;
  matter: string;
  investigation: string | null;
  finding: string | null;
  responsibility: string | null;
  responsibleName: string | null;
  /** The organisation that answers for the app by whose own cause it happened (article 26). */
  responsibleOrganizationId: string | null;
  /** Its share in percent. */
  responsibleShare: number | null;
  bearer: string | null;
  measure: string | null;
  disposal: string | null;
  clause: string | null;
  report: string | null;
  reportedAt: Date | null;
}

export interface MonitorTargetRow extends Row {
  name: string;
  probe: ProbeKind;
  address: string | null;
  intervalSeconds: number;
  timeoutSeconds: number;
  /** Days before its end at which a certificate counts as failing. */
  warnDays: number;
  appId: string | null;
  platformId: string | null;
  affected: string | null;
  /** What an outage of it means for the level. */
  outageScope: OutageScope;
}

/** Where a target stands; written by the checks, not by actions. */
export interface MonitorStatusTable {
  targetId: string;
  nextCheckAt: Date | null;
  checkedAt: Date | null;
  ok: boolean | null;
  latencyMs: number | null;
  note: string | null;
  failures: number;
  failingSince: Date | null;
  incidentId: string | null;
}

export interface MonitorSampleTable {
  targetId: string;
  at: Date;
  ok: boolean;
  latencyMs: number | null;
  note: string | null;
}

/** What outside monitoring said of one thing, as it stands last; one row however often it is told. */
export interface IncidentAlertTable {
  organizationId: string;
  fingerprint: string;
  groupKey: string;
  status: 'firing' | 'resolved';
  startsAt: Date;
  endsAt: Date | null;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  received: number;
  firstAt: Date;
  lastAt: Date;
  incidentId: string | null;
}

export interface IncidentTables {
  'operations.incident': IncidentRow;
  'operations.incidentEntry': IncidentEntryTable;
  'operations.progressReport': ProgressReportTable;
  'operations.externalNotice': ExternalNoticeTable;
  'operations.incidentNotice': IncidentNoticeRow;
  'operations.accountabilityCase': AccountabilityCaseRow;
  'operations.monitorTarget': MonitorTargetRow;
  'operations.monitorStatus': MonitorStatusTable;
  'operations.monitorSample': MonitorSampleTable;
  'operations.incidentAlert': IncidentAlertTable;
}
