import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { accessScorecard } from './access-scorecard/actions.ts';
import { accountabilityCase } from './accountability-case/actions.ts';
import { announcement } from './announcement/actions.ts';
import { assessment } from './assessment/actions.ts';
import { assessmentScheme } from './assessment-scheme/actions.ts';
import { backupRecord } from './backup-record/actions.ts';
import { budgetDeclaration } from './budget-declaration/actions.ts';
import { calendarFeed } from './calendar-feed/actions.ts';
import { commercialDataProfile } from './commercial-data-profile/actions.ts';
import { complianceTask } from './compliance-task/actions.ts';
import { consentRecord } from './consent-record/actions.ts';
import { contentIncident } from './content-incident/actions.ts';
import { cooperationItem } from './cooperation-item/actions.ts';
import { coordinationItem } from './coordination-item/actions.ts';
import { cryptoProfile } from './crypto-profile/actions.ts';
import { dataLeakCase } from './data-leak-case/actions.ts';
import { dataOperationInspection } from './data-operation-inspection/actions.ts';
import { disputeRecord } from './dispute-record/actions.ts';
import { dockingRecord } from './docking-record/actions.ts';
import { evidence } from './evidence/actions.ts';
import { fairnessComplaint } from './fairness-complaint/actions.ts';
import { filing } from './filing/actions.ts';
import { hiddenDanger } from './hidden-danger/actions.ts';
import { hotlineTicket } from './hotline-ticket/actions.ts';
import { incident } from './incident/actions.ts';
import { incidentNotice } from './incident-notice/actions.ts';
import { inspectionTask } from './inspection-task/actions.ts';
import { mechanismDocument } from './mechanism-document/actions.ts';
import { mlpsRecord } from './mlps-record/actions.ts';
import { monitorTarget } from './monitor-target/actions.ts';
import { operationContact } from './operation-contact/actions.ts';
import { operationMetric } from './operation-metric/actions.ts';
import { opsAsset } from './ops-asset/actions.ts';
import { policyDocument } from './policy-document/actions.ts';
import { privacyNotice } from './privacy-notice/actions.ts';
import { problemCase } from './problem-case/actions.ts';
import { productWork } from './product-work/actions.ts';
import { rectification } from './rectification/actions.ts';
import { restoreDrill } from './restore-drill/actions.ts';
import { riskAssessment } from './risk-assessment/actions.ts';
import { safetyAgreement } from './safety-agreement/actions.ts';
import { safetyCheck } from './safety-check/actions.ts';
import { securityProgramme } from './security-programme/actions.ts';
import { supervisionNote } from './supervision-note/actions.ts';
import { teamRecord } from './team-record/actions.ts';
import { terminalCheck } from './terminal-check/actions.ts';
import { terminalUser } from './terminal-user/actions.ts';
import { trainingSession } from './training-session/actions.ts';
import { unitOpsCheck } from './unit-ops-check/actions.ts';
import { userRule } from './user-rule/actions.ts';
import { userViolation } from './user-violation/actions.ts';
import { vulnerability } from './vulnerability/actions.ts';
import { workCalendar } from './work-calendar/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [
  filing,
  announcement,
  workCalendar,
  incident,
  incidentNotice,
  monitorTarget,
  accountabilityCase,
  rectification,
  problemCase,
  evidence,
  inspectionTask,
  hotlineTicket,
  calendarFeed,
  dataOperationInspection,
  disputeRecord,
  unitOpsCheck,
  mechanismDocument,
  teamRecord,
  opsAsset,
  operationMetric,
  assessmentScheme,
  assessment,
  accessScorecard,
  operationContact,
  userRule,
  userViolation,
  terminalUser,
  fairnessComplaint,
  contentIncident,
  dockingRecord,
  cooperationItem,
  policyDocument,
  budgetDeclaration,
  coordinationItem,
  productWork,
  vulnerability,
  hiddenDanger,
  safetyCheck,
  riskAssessment,
  safetyAgreement,
  trainingSession,
  terminalCheck,
  supervisionNote,
  cryptoProfile,
  mlpsRecord,
  complianceTask,
  securityProgramme,
  dataLeakCase,
  commercialDataProfile,
  backupRecord,
  restoreDrill,
  privacyNotice,
  consentRecord,
];
