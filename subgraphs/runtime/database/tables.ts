import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export interface OrganizationTable {
  id: string;
  party: string;
  name: string;
  unifiedSocialCreditCode: string | null;
  regionCode: string | null;
  status: 'PENDING' | 'ACTIVE' | 'ENDED';
  createdAt: Date;
}

export interface MembershipTable {
  accountId: string;
  organizationId: string;
  roles: string[];
  createdAt: Date;
}

/** What one subgraph lets the others rely on about an organisation, written in the transaction that made it so. */
export interface StandingTable {
  organizationId: string;
  kind: string;
  state: string;
  scope: Json<Record<string, unknown>>;
  validUntil: string | null;
  updatedAt: Date;
}

export interface AuditEntryTable {
  lane: number;
  seq: string;
  at: Date;
  noun: string;
  recordId: string | null;
  action: string;
  outcome: string;
  accountId: string | null;
  organizationId: string | null;
  body: string;
  hash: string;
}

export interface AuditLaneTable {
  lane: number;
  seq: string;
  hash: string;
}

export interface AuditAnchorTable {
  lane: number;
  seq: string;
  hash: string;
  purgedBefore: Date;
  purgedAt: Date;
}

export interface AuditCheckpointTable {
  id: string;
  at: ColumnType<Date, string, never>;
  /** By lane from the first: the last entry that its tree does not cover any more. */
  afterSeqs: string[];
  upToSeqs: string[];
  body: string;
}

export interface DeadlineTable {
  id: string;
  noun: string;
  recordId: string;
  name: string;
  title: string;
  articles: number[];
  owedBy: string;
  organizationId: string;
  action: string | null;
  startedAt: Date;
  dueAt: Date;
  reminder: boolean;
  /** Somebody owes something by then; false when the system carries it out by itself. */
  owed: boolean;
  workingDays: number | null;
  countedFrom: string | null;
  provisional: boolean;
  endedAt: Date | null;
  firedAt: Date | null;
}

export interface ItemTable {
  noun: string;
  recordId: string;
  organizationId: string;
  number: string;
  title: string;
  state: string;
  awaits: string | null;
  awaitsOrganizationId: string | null;
  since: Date;
  dueAt: Date | null;
  updatedAt: Date;
}

export interface NotificationTable {
  id: string;
  organizationId: string;
  noun: string;
  recordId: string;
  action: string;
  title: string;
  body: string;
  articles: number[];
  createdAt: Date;
  readAt: Date | null;
  /** Only for members with one of these roles; null is for everybody in the organisation. */
  roles: string[] | null;
}

export interface IdempotencyTable {
  actor: string;
  key: string;
  digest: string;
  outcome: Json<Record<string, unknown>> | null;
  createdAt: Date;
}

export interface DocumentTable {
  id: string;
  organizationId: string | null;
  accountId: string | null;
  name: string;
  mime: string;
  size: number;
  digest: string;
  storageKey: string;
  createdAt: Date;
}

export interface DocumentUseTable {
  documentId: string;
  noun: string;
  recordId: string;
  kind: string;
  readers: string[];
  attachedAt: Date;
}

export interface RuleParameterTable {
  id: string;
  name: string;
  value: ColumnType<unknown, string, string>;
  effectiveFrom: Date;
  reason: string;
  accountId: string | null;
  createdAt: Date;
}

export interface CalendarDayTable {
  date: string;
  kind: 'HOLIDAY' | 'WORKDAY';
  name: string;
}

export interface CalendarYearTable {
  year: number;
  source: string;
}

export interface AccountFactsTable {
  accountId: string;
  realNameCipher: string | null;
  realNameVerifiedAt: Date | null;
  realNameVerifiedBy: string | null;
  undertakingVersion: string | null;
  undertakingAcceptedAt: Date | null;
  passwordChangedAt: Date | null;
  terminalCheckDueOn: string | null;
  passwordHistory: Generated<string[]>;
}

export interface EndedSessionTable {
  tokenHash: string;
  accountId: string;
  endedAt: Date;
  toldAt: Date | null;
}

export interface MachineCredentialTable {
  id: string;
  number: string;
  organizationId: string;
  state: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  name: string;
  purpose: string;
  roles: string[];
  tokenPrefix: string;
  tokenHash: string;
  previousHash: string | null;
  previousValidUntil: Date | null;
  validUntil: string;
  accountId: string;
  lastUsedAt: Date | null;
}

export interface SignInFailureTable {
  username: string;
  at: Date;
}

export interface RecentWriteTable {
  actor: string;
  until: Date;
}

export interface RuntimeTables {
  'runtime.organization': OrganizationTable;
  'runtime.membership': MembershipTable;
  'runtime.standing': StandingTable;
  'runtime.auditEntry': AuditEntryTable;
  'runtime.auditLane': AuditLaneTable;
  'runtime.auditAnchor': AuditAnchorTable;
  'runtime.auditCheckpoint': AuditCheckpointTable;
  'runtime.deadline': DeadlineTable;
  'runtime.item': ItemTable;
  'runtime.notification': NotificationTable;
  'runtime.idempotency': IdempotencyTable;
  'runtime.document': DocumentTable;
  'runtime.documentUse': DocumentUseTable;
  'runtime.ruleParameter': RuleParameterTable;
  'runtime.calendarDay': CalendarDayTable;
  'runtime.calendarYear': CalendarYearTable;
  'runtime.accountFacts': AccountFactsTable;
  'runtime.endedSession': EndedSessionTable;
  'runtime.machineCredential': MachineCredentialTable;
  'runtime.signInFailure': SignInFailureTable;
  'runtime.recentWrite': RecentWriteTable;
}
