import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

/**
 * Every field that everyone without an account reads alike, and for how many seconds. A new one is a conscious act:
 * nothing of it may depend on who asks, and nobody may be harmed by so old an answer.
 */
export const PUBLIC_FIELDS: Readonly<Record<string, number>> = {
  'Article.parameters': 60,
  'Query.accountabilityCaseLifecycle': 300,
  'Query.accessScorecardLifecycle': 300,
  'Query.announcement': 30,
  'Query.announcementLifecycle': 300,
  'Query.announcements': 30,
  'Query.app': 30,
  'Query.appLifecycle': 300,
  'Query.appScoreLifecycle': 300,
  'Query.appVersionLifecycle': 300,
  'Query.apps': 30,
  'Query.article': 300,
  'Query.articles': 300,
  'Query.assessmentLifecycle': 300,
  'Query.assessmentSchemeLifecycle': 300,
  'Query.authorizationAgreementLifecycle': 300,
  'Query.brandAuthorizationLifecycle': 300,
  'Query.businessNorm': 30,
  'Query.businessNormLifecycle': 300,
  'Query.businessNorms': 30,
  'Query.calendarFeedLifecycle': 300,
  'Query.budgetDeclarationLifecycle': 300,
  'Query.capabilities': 30,
  'Query.capability': 30,
  'Query.capabilityLifecycle': 300,
  'Query.capabilityRequestLifecycle': 300,
  'Query.commercialCooperationLifecycle': 300,
  'Query.commercialDataProfileLifecycle': 300,
  'Query.companyInfraResourceLifecycle': 300,
  'Query.consolidationExceptionLifecycle': 300,
  'Query.contentIncidentLifecycle': 300,
  'Query.contentItem': 30,
  'Query.contentItemLifecycle': 300,
  'Query.contentItems': 30,
  'Query.cooperationItemLifecycle': 300,
  'Query.coordinationItemLifecycle': 300,
  'Query.dataDictionaryEntries': 30,
  'Query.dataOperationInspectionLifecycle': 300,
  'Query.delistingRequest': 30,
  'Query.delistingRequestLifecycle': 300,
  'Query.delistingRequests': 30,
  'Query.disputeRecordLifecycle': 300,
  'Query.dockingRecordLifecycle': 300,
  'Query.ecosystemUnitLifecycle': 300,
  'Query.evidenceLifecycle': 300,
  'Query.filingLifecycle': 300,
  'Query.forcedDelistingLifecycle': 300,
  'Query.governmentBodyLifecycle': 300,
  'Query.incidentLifecycle': 300,
  'Query.incidentNoticeLifecycle': 300,
  'Query.hotlineEntrances': 60,
  'Query.hotlineTicketLifecycle': 300,
  'Query.infrastructureBindingLifecycle': 300,
  'Query.infrastructureItemLifecycle': 300,
  'Query.infrastructureRequestLifecycle': 300,
  'Query.inspectionTaskLifecycle': 300,
  'Query.integrationPlanLifecycle': 300,
  'Query.legacyMobileAppLifecycle': 300,
  'Query.machineCredentialLifecycle': 300,
  'Query.mechanismDocumentLifecycle': 300,
  'Query.memberLifecycle': 300,
  'Query.misuseReportLifecycle': 300,
  'Query.monitorTargetLifecycle': 300,
  'Query.opsAssetLifecycle': 300,
  'Query.ownerUnitLifecycle': 300,
  'Query.problemCaseLifecycle': 300,
  'Query.operationContactLifecycle': 300,
  'Query.operationMetricLifecycle': 300,
  'Query.policyDocument': 30,
  'Query.policyDocumentLifecycle': 300,
  'Query.policyDocuments': 30,
  'Query.productWorkLifecycle': 300,
  'Query.projectCompanyLifecycle': 300,
  'Query.publicStatistics': 60,
  'Query.recommendedApps': 30,
  'Query.rectificationLifecycle': 300,
  'Query.resourceDemandBatchLifecycle': 300,
  'Query.resourceDemandLifecycle': 300,
  'Query.ruleParameters': 60,
  'Query.standard': 30,
  'Query.standardDifferences': 30,
  'Query.standardLifecycle': 300,
  'Query.standardVersion': 30,
  'Query.standardVersionLifecycle': 300,
  'Query.standardVersions': 30,
  'Query.standards': 30,
  'Query.serviceItemLifecycle': 300,
  'Query.standardCheckLifecycle': 300,
  'Query.stopOrderLifecycle': 300,
  'Query.systemPlatformLifecycle': 300,
  'Query.teamRecordLifecycle': 300,
  'Query.trademarkLicenseLifecycle': 300,
  'Query.trademarkLifecycle': 300,
  'Query.unitOpsCheckLifecycle': 300,
  'Query.userRule': 30,
  'Query.userRuleLifecycle': 300,
  'Query.userRules': 30,
  'Query.fairnessComplaintLifecycle': 300,
  'Query.terminalUserLifecycle': 300,
  'Query.unitAssessmentLifecycle': 300,
  'Query.userViolationLifecycle': 300,
  'Query.verifyBrandAuthorization': 1,
  'Query.vulnerabilityLifecycle': 300,
  'Query.workCalendarLifecycle': 300,
  'Query.hiddenDangerLifecycle': 300,
  'Query.safetyCheckLifecycle': 300,
  'Query.riskAssessmentLifecycle': 300,
  'Query.safetyAgreementLifecycle': 300,
  'Query.supervisionNoteLifecycle': 300,
  'Query.terminalCheckLifecycle': 300,
  'Query.trainingSessionLifecycle': 300,
  'Query.cryptoProfileLifecycle': 300,
  'Query.mlpsRecordLifecycle': 300,
  'Query.complianceTaskLifecycle': 300,
  'Query.securityProgrammeLifecycle': 300,
  'Query.dataLeakCaseLifecycle': 300,
  'Query.backupRecordLifecycle': 300,
  'Query.restoreDrillLifecycle': 300,
  'Query.privacyNoticeLifecycle': 300,
  'Query.consentRecordLifecycle': 300,
};

/** Every field whose object is as public as what it stands in. */
export const INHERITING_FIELDS: readonly string[] = [
  'Announcement.organization',
  'AnnouncementConnection.edges',
  'AnnouncementConnection.pageInfo',
  'AnnouncementEdge.node',
  'App.organization',
  'AppConnection.edges',
  'AppConnection.pageInfo',
  'AppEdge.node',
  'Article.duties',
  'BrandVerification.holder',
  'BrandVerification.signature',
  'BusinessNorm.organization',
  'BusinessNormConnection.edges',
  'BusinessNormConnection.pageInfo',
  'BusinessNormEdge.node',
  'Capability.organization',
  'CapabilityConnection.edges',
  'CapabilityConnection.pageInfo',
  'CapabilityEdge.node',
  'ContentItem.organization',
  'ContentItemConnection.edges',
  'ContentItemConnection.pageInfo',
  'ContentItemEdge.node',
  'DataDictionaryEntryConnection.edges',
  'DataDictionaryEntryConnection.pageInfo',
  'DataDictionaryEntryEdge.node',
  'DelistingRequest.app',
  'DelistingRequest.organization',
  'DelistingRequestConnection.edges',
  'DelistingRequestConnection.pageInfo',
  'DelistingRequestEdge.node',
  'Lifecycle.states',
  'Lifecycle.transitions',
  'PolicyDocument.organization',
  'PolicyDocumentConnection.edges',
  'PolicyDocumentConnection.pageInfo',
  'PolicyDocumentEdge.node',
  'RuleParameter.changes',
  'Standard.organization',
  'StandardConnection.edges',
  'StandardConnection.pageInfo',
  'StandardDifference.parts',
  'StandardDifferences.after',
  'StandardDifferences.before',
  'StandardDifferences.bodyChanges',
  'StandardDifferences.entryChanges',
  'StandardDifferences.itemChanges',
  'StandardEdge.node',
  'StandardVersion.items',
  'StandardVersion.organization',
  'StandardVersion.standard',
  'StandardVersionConnection.edges',
  'StandardVersionConnection.pageInfo',
  'StandardVersionEdge.node',
  'Statistics.incidentLevels',
  'Statistics.months',
  'Statistics.refusals',
  'Statistics.reviews',
  'Statistics.states',
  'UserRule.clauses',
  'UserRule.organization',
  'UserRuleConnection.edges',
  'UserRuleConnection.pageInfo',
  'UserRuleEdge.node',
];

/** The composed schema as it is committed. */
export async function committedSupergraph(): Promise<GraphQLSchema> {
  const file = resolve(import.meta.dirname, '../../schema/graphql/supergraph.graphql');
  return buildSchema(await readFile(file, 'utf8'), { assumeValid: true });
}

export interface Hint {
  maxAge?: number;
  scope?: string;
  inheritMaxAge?: boolean;
}

/** The arguments of a field's `@cacheControl`; null without one. */
export function hintOf(field: GraphQLField<unknown, unknown>): Hint | null {
  const directive = field.astNode?.directives?.find(({ name }) => name.value === 'cacheControl');
  if (!directive) return null;
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

/** Selects everything that may be shared below a type: its fields without objects, and those with a hint. */
function selectionOf(type: GraphQLObjectType): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    if (isLeafType(below)) return field.args.length === 0 ? [field.name] : [];
    return isObjectType(below) && hintOf(field) ? [`${field.name} ${selectionOf(below)}`] : [];
  });
  return `{ ${parts.join(' ')} }`;
}

/** For each public root field a query of all that may be shared below it. */
export function publicQueries(
  schema: GraphQLSchema,
  given: Readonly<Record<string, string>>,
): [string, string][] {
  const fields = Object.values(schema.getQueryType()!.getFields());
  return fields.filter(hintOf).map(({ name, type }) => {
    const below = getNamedType(type) as GraphQLObjectType;
    return [name, `query Public { ${name}${given[name] ?? ''} ${selectionOf(below)} }`];
  });
}
