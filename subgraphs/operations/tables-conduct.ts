import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { TerminalUserKind, UserPenalty, UserRuleKind } from './choices-conduct.ts';

/** What a clause forbids, and what may be done about it. */
export interface PenaltyClause {
  clause: string;
  behaviour: string;
  penalties: UserPenalty[];
}

export interface UserRuleRow extends Row {
  kind: UserRuleKind;
  name: string;
  versionText: string;
  body: string;
  clauses: { list: PenaltyClause[] };
  guidance: string | null;
  inForceAt: Date | null;
}

export interface UserViolationRow extends Row {
  userReference: string;
  clause: string;
  facts: string;
  ruleNumber: string | null;
  penalty: UserPenalty | null;
  penaltyUntil: string | null;
  appeal: string | null;
  /** What the user was answered last. */
  appealAnswer: string | null;
  /** The user that it is about; null for what was reported before users were kept. */
  terminalUserId: string | null;
  /** Of the code that goes to the user with the notice. */
  appealCodeHash: string | null;
}

export interface TerminalUserRow extends Row {
  /** The user's code on the platform; neither a name nor a number of a document. */
  reference: string;
  userKind: TerminalUserKind;
}

/** What a scorecard counts of one government body (article 22). */
export interface AccessFigures {
  itemsConnected: number;
  itemsConnecting: number;
  itemsNotConnected: number;
  itemsExempt: number;
  itemsAdded: number;
  appsListed: number;
  versionsReleased: number;
  overdueDuties: number;
  qualityProblems: number;
  appsWithoutContact: number;
}

export interface AccessScorecardRow extends Row {
  bodyName: string;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  figures: AccessFigures;
  opinion: string | null;
  replyBy: string | null;
  reply: string | null;
}

export interface OperationContactRow extends Row {
  team: string;
  phone: string;
  duties: string;
  /** The app that it is for; null for all of the body's. */
  appId: string | null;
}

export interface ContentIncidentRow extends Row {
  contentId: string;
  contentTitle: string;
  kind: string;
  level: string;
  findings: string;
  measure: string | null;
  basis: string | null;
  handledAt: Date | null;
  /** Handled later than at once; null before it is handled. */
  isLate: boolean | null;
  demands: string | null;
  rectifyBy: string | null;
  problemCaseNumber: string | null;
  result: string | null;
}

export interface FairnessComplaintRow extends Row {
  /** Number of the record whose decision is complained of. */
  decisionNumber: string;
  decisionTitle: string;
  statement: string;
  explanation: string | null;
  finding: string | null;
  conclusion: string | null;
}

export interface ConductTables {
  'operations.fairnessComplaint': FairnessComplaintRow;
  'operations.contentIncident': ContentIncidentRow;
  'operations.operationContact': OperationContactRow;
  'operations.userRule': UserRuleRow;
  'operations.userViolation': UserViolationRow;
  'operations.terminalUser': TerminalUserRow;
  'operations.accessScorecard': AccessScorecardRow;
}
