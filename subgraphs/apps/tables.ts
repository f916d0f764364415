import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { ScoredIndicator } from './app-score/formula.ts';
import type {
  AccessMode,
  CheckSubject,
  Environment,
  ExceptionKind,
  ItemResult,
  ServiceClass,
  StandardKind,
} from './choices.ts';
import type { Finding } from './conformance/finding.ts';
import type { VersionItem } from './conformance/yardstick.ts';

export interface CapabilityRow extends Row {
  code: string;
  name: string;
  category: string;
  tier: string;
  baseLayer: string | null;
  description: string;
  versionText: string;
  dailyQuota: number;
  returnedFields: string[] | null;
  /** What its users are told about its end; null while it is offered. */
  endNotice: string | null;
  /** Before this day it is not withdrawn. */
  endsOn: string | null;
  deprecatedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface CapabilityRequestRow extends Row {
  capabilityId: string;
  capabilityCode: string;
  environment: Environment;
  purpose: string;
  fieldPurposes: string[] | null;
  dailyVolume: number;
  dailyQuota: number | null;
  secretPrefix: string | null;
  secretHash: string | null;
  previousSecretHash: string | null;
  previousValidUntil: Date | null;
  validUntil: string | null;
  /** The app that it is for; null for a unit's own trials. */
  appId: string | null;
  /** Whether it was suspended because its unit or agreement was: then it comes back with them. */
  suspendedWithUnit: boolean;
}

interface AnyApp extends Row {
  name: string;
  industryCategory: string | null;
  domains: string[] | null;
  /** The categories of content that it carries; null for an app without any. */
  contentCategories: string[] | null;
  accessMode: AccessMode;
  purpose: string;
  opsOwner: string | null;
  opsPhone: string | null;
  opsHosting: string | null;
  maintenancePlan: string | null;
  emergencyPlan: string | null;
  lastDrillOn: string | null;
  opsConfirmedAt: Date | null;
  /** What was approved with the version that is listed, or was listed last. */
  listedVersionId: string | null;
  versionText: string | null;
  terminals: string[] | null;
  terminalNote: string | null;
  features: string[] | null;
  pricing: string | null;
  statutoryFeeBasis: string | null;
  firstListedAt: Date | null;
  listedAt: Date | null;
  /** What users are told about the end of the app. */
  delistingNotice: string | null;
  delistedAt: Date | null;
  /** The newest final score, from 0 to 100, and the month that it is of; null before the first. */
  score: number | null;
  scorePeriod: string | null;
  /** Its place among the recommended, set by hand; null where the score decides. */
  recommendRank: number | null;
}

/** Bound by articles 14 to 28; never sold (article 26). */
export interface PublicAppRow extends AnyApp {
  serviceClass: 'PUBLIC';
  publicKind: string;
  marketKind: null;
}

/** Bound by articles 35 to 47. */
export interface MarketAppRow extends AnyApp {
  serviceClass: 'MARKET';
  publicKind: null;
  marketKind: string;
}

/** An app is of one regime, and of that regime for ever once it was listed (article 9). */
export type AppRow = PublicAppRow | MarketAppRow;

export interface AppVersionRow extends Row {
  appId: string;
  /** As it was called when the version was made. */
  appName: string;
  versionText: string;
  releaseNotes: string | null;
  features: string[] | null;
  pricing: string | null;
  statutoryFeeBasis: string | null;
  /** Each as `field：purpose`. */
  fieldPurposes: string[] | null;
  /** The check against the standards of what it connects by. */
  checkId: string | null;
  baseConnection: string | null;
  connectionVerifiedAt: Date | null;
  exchangeCatalogueNumber: string | null;
  exchangeMountedOn: string | null;
  unifiedIdentity: string | null;
  unifiedPayment: string | null;
  basicFunctionNote: string | null;
  buildDigest: string | null;
  /** The digest that passed the company's test; null as long as none did. */
  testedDigest: string | null;
  testNote: string | null;
  terminals: string[] | null;
  terminalNote: string | null;
  failedItems: string[] | null;
  /** What the reviewer answered to the check items that no program judges; null as long as there is nothing. */
  itemAnswers: { list: readonly ItemAnswer[] } | null;
  /** Since when its check goes by standards that are no longer in force. */
  nonConformingAt: Date | null;
  listedAt: Date | null;
}

export interface DelistingRequestRow extends Row {
  appId: string;
  appName: string;
  serviceClass: ServiceClass;
  ground: string;
  userImpact: string;
  alternative: string;
  plannedOn: string | null;
  /** For a public app the provider's words; for a market app proposed by it and published by the company. */
  announcementText: string | null;
  missingItems: string[] | null;
  announcedAt: Date | null;
  completedAt: Date | null;
}

export interface ForcedDelistingRow extends Row {
  appId: string;
  appName: string;
  serviceClass: ServiceClass;
  ground: string;
  findings: string;
  noticeText: string | null;
  rectification: string | null;
  executedAt: Date | null;
  /** The vulnerability that it was ordered for; null for those that were opened by hand. */
  vulnerabilityId: string | null;
  /** When the management unit confirmed what was done to a public app in an emergency; null until then, and for market apps. */
  confirmedAt: Date | null;
}

export interface AppScoreRow extends Row {
  appId: string;
  appName: string;
  /** A month of Nanning, as `2026-10`. */
  period: string;
  formulaVersion: string;
  /** What the formula gave; `score` differs from it once it was corrected. */
  computedScore: number;
  score: number;
  deduction: number;
  breakdown: { list: readonly ScoredIndicator[] };
  /** The newest confirmed grade of the provider when the score was computed; null before the first. */
  unitGrade: string | null;
}

export interface ContentItemRow extends Row {
  appId: string;
  category: string;
  heading: string;
  body: string;
  bodyDigest: string;
  /** The digest that passed the review; null as long as none did. */
  reviewedDigest: string | null;
  reviewedAt: Date | null;
  publishedAt: Date | null;
}

export interface SystemPlatformRow extends Row {
  kind: string;
  name: string;
  versionText: string;
  /** What it brings together, each as the platform with its owner. */
  integratedPlatforms: string[] | null;
  liveAt: Date | null;
  offlineImpact: string | null;
  plannedOfflineOn: string | null;
  /** Why it goes offline on shorter notice than the rule; null when it keeps to the rule. */
  specialReason: string | null;
  offlineAt: Date | null;
}

export interface StandardCheckRow extends Row {
  subjectKind: CheckSubject;
  name: string;
  digest: string;
  rulesVersion: string;
  mustCount: number;
  shouldCount: number;
  findings: { list: readonly Finding[] };
  /** The versions of the standards that it was judged by, and what they are called. */
  standardVersionIds: string[];
  standardVersions: string[];
  /** The check items that a reviewer answers, as those versions have them. */
  handItems: { list: readonly VersionItem[] };
}

export interface StandardRow extends Row {
  code: string;
  kind: StandardKind;
  name: string;
}

export interface StandardVersionRow extends Row {
  standardId: string;
  standardCode: string;
  standardName: string;
  kind: StandardKind;
  versionText: string;
  summary: string;
  /** Sections, each headed by a line that begins with `## `. */
  body: string;
  items: { list: readonly VersionItem[] };
  entryCount: number;
  publishedAt: Date | null;
  effectiveFrom: string | null;
  /** The last day on which it may still be used; null until a newer version takes effect. */
  transitionUntil: string | null;
}

/** One data element of a version of the data dictionary. */
export interface DataDictionaryEntryTable {
  versionId: string;
  code: string;
  object: string;
  name: string;
  title: string;
  definition: string;
  format: string;
  restriction: string | null;
  codeList: string | null;
  sensitivity: string;
  since: string;
  articles: number[];
}

/** What a reviewer answered to one check item. */
export interface ItemAnswer {
  item: string;
  result: ItemResult;
  note: string | null;
}

/** An access token that its client gave back before its end. */
export interface RevokedTokenTable {
  tokenId: string;
  expiresAt: Date;
}

/** The calls of one credential on one day. */
export interface CapabilityUsageTable {
  day: string;
  capabilityRequestId: string;
  calls: number;
  failedCalls: number;
}

/** A reported event that has been counted. */
export interface UsageEventTable {
  reporter: string;
  eventId: string;
  day: string;
  capabilityRequestId: string;
  calls: number;
  failed: boolean;
}

export interface ConsolidationExceptionRow extends Row {
  kind: ExceptionKind;
  appName: string;
  audiences: string[];
  specialReason: string | null;
  /** The last day on which the exception holds; null until it is agreed. */
  validUntil: string | null;
}

export interface LegacyMobileAppRow extends Row {
  name: string;
  disposition: string;
  terminals: string[];
  audiences: string[];
  /** The agreed exception that it stands outside by; null without one. */
  exceptionId: string | null;
}

export interface IntegrationPlanRow extends Row {
  legacyAppId: string;
  legacyAppName: string;
  category: string;
  phase: number;
  plannedOn: string;
  /** The app that it became; null until it is integrated, and for one that was closed. */
  appId: string | null;
}

export interface ServiceItemRow extends Row {
  name: string;
  /** The line of government that it belongs to. */
  verticalSystem: string;
  regionCode: string;
  /** The app that it is reached by, or is to be. */
  appId: string | null;
  /** The agreed exception that it is exempt by; null without one. */
  exceptionId: string | null;
}

export interface InfrastructureRequestRow extends Row {
  publicServiceNeed: string;
  /** The public app that it is for; null when it is for a platform. */
  appId: string | null;
  platformId: string | null;
}

export interface InfrastructureItemRow extends Row {
  requestId: string;
  requestNumber: string;
  kind: string;
  specification: string;
  quantity: number;
  neededFrom: string;
  neededUntil: string | null;
  allocatedQuantity: number;
  /** What the provider calls what it allocated, one reference for each allocation. */
  allocationReferences: string[] | null;
}

export interface CompanyInfraResourceRow extends Row {
  kind: string;
  name: string;
  specification: string;
  quantity: number;
  location: string;
}

export interface InfrastructureBindingRow extends Row {
  appId: string;
  appName: string;
  /** Exactly one of both: an allocation of the provider, or a resource of the company's own. */
  itemId: string | null;
  resourceId: string | null;
}

export interface ResourceDemandRow extends Row {
  kind: string;
  purpose: string;
  appId: string | null;
  /** Whom the unit expects to have it. */
  expectedSupplier: string | null;
  batchId: string | null;
  supplier: string | null;
  supplyReference: string | null;
  deliveryForm: string | null;
}

export interface ResourceDemandBatchRow extends Row {
  name: string;
  summary: string;
}

export interface AppsTables {
  'apps.capability': CapabilityRow;
  'apps.capabilityRequest': CapabilityRequestRow;
  'apps.app': AppRow;
  'apps.appVersion': AppVersionRow;
  'apps.delistingRequest': DelistingRequestRow;
  'apps.forcedDelisting': ForcedDelistingRow;
  'apps.appScore': AppScoreRow;
  'apps.contentItem': ContentItemRow;
  'apps.systemPlatform': SystemPlatformRow;
  'apps.standardCheck': StandardCheckRow;
  'apps.standard': StandardRow;
  'apps.standardVersion': StandardVersionRow;
  'apps.dataDictionaryEntry': DataDictionaryEntryTable;
  'apps.revokedToken': RevokedTokenTable;
  'apps.capabilityUsage': CapabilityUsageTable;
  'apps.usageEvent': UsageEventTable;
  'apps.consolidationException': ConsolidationExceptionRow;
  'apps.legacyMobileApp': LegacyMobileAppRow;
  'apps.integrationPlan': IntegrationPlanRow;
  'apps.serviceItem': ServiceItemRow;
  'apps.infrastructureRequest': InfrastructureRequestRow;
  'apps.infrastructureItem': InfrastructureItemRow;
  'apps.companyInfraResource': CompanyInfraResourceRow;
  'apps.infrastructureBinding': InfrastructureBindingRow;
  'apps.resourceDemand': ResourceDemandRow;
  'apps.resourceDemandBatch': ResourceDemandBatchRow;
}
