import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { UnitGrade } from '@zgt/schema/measure/unit-assessment.ts';

export interface UnitAssessmentRow extends Row {
  ecosystemUnitId: string;
  unitName: string;
  year: number;
  schemeVersion: string;
  dueOn: string;
  compliance: number | null;
  serviceQuality: number | null;
  rectification: number | null;
  participation: number | null;
  totalScore: number | null;
  grade: UnitGrade | null;
  feedback: string | null;
  appealBy: string | null;
  appeal: string | null;
  answer: string | null;
}

export interface EcosystemUnitRow extends Row {
  name: string;
  unifiedSocialCreditCode: string;
  unitType: string;
  registeredAddress: string;
  contactName: string;
  contactPhoneCipher: string;
  workScopes: string[];
  /** On what ground it leaves; null while it stays, and where nobody said. */
  exitGround: string | null;
}

export interface AuthorizationAgreementRow extends Row {
  ecosystemUnitId: string;
  authorizerId: string;
  workScopes: string[];
  activities: string[];
  capabilityCodes: string[];
  industryCategories: string[] | null;
  clauses: string[];
  validFrom: string;
  validUntil: string;
  /** The norms that it names; null in agreements from before there were any. */
  normNumbers: string[] | null;
  /** Terms that shut others out, accepted by parameter with a legal review; null where there are none. */
  restrictiveTerms: string[] | null;
}

export interface TrademarkRow extends Row {
  name: string;
  classNumbers: string[];
  applicationNumber: string | null;
  filedOn: string | null;
  registrationNumber: string | null;
  registeredOn: string | null;
  renewBy: string | null;
}

export interface TrademarkLicenseRow extends Row {
  trademarkId: string;
  activities: string[];
  validFrom: string;
  validUntil: string;
}

export interface BrandAuthorizationRow extends Row {
  ecosystemUnitId: string;
  trademarkId: string;
  purpose: string;
  activities: string[];
  channels: string[];
  regions: string[];
  materials: string[];
  validFrom: string;
  validUntil: string;
  endorsement: string | null;
  consentedAt: Date | null;
  certificateNumber: string | null;
  certificatePayload: string | null;
  certificateSignature: string | null;
  certificateKeyId: string | null;
}

export interface BusinessNormRow extends Row {
  kind: string;
  title: string;
  versionText: string;
  body: string;
  publishedAt: Date | null;
  /** Terms that shut others out, accepted by parameter with a legal review; null where there are none. */
  restrictiveTerms: string[] | null;
}

export interface CommercialCooperationRow extends Row {
  ecosystemUnitId: string;
  name: string;
  kind: string;
  content: string;
  restrictiveTerms: string[];
  validFrom: string;
  validUntil: string;
  checkResult: string | null;
  checkNote: string | null;
  checkedOn: string | null;
  followUpNumber: string | null;
  incomePeriod: string | null;
  income: number | null;
}

export interface StopOrderRow extends Row {
  ecosystemUnitId: string;
  activities: string[];
  adverseEffect: string;
  confirmation: string | null;
  clause: string | null;
  outcome: string | null;
}

export interface MisuseReportRow extends Row {
  certificateNumber: string | null;
  suspectedParty: string;
  sighting: string;
  description: string;
  reporterContactCipher: string | null;
  measures: string | null;
  enforcementKind: string | null;
  enforcementReference: string | null;
  result: string | null;
}

export interface MemberRow extends Row {
  accountId: string;
  username: string;
  roles: string[];
  verificationMethod: string | null;
  verifiedAt: Date | null;
  sharingSuspectedAt: Date | null;
}

interface InstitutionRow extends Row {
  organizationName: string;
  unifiedSocialCreditCode: string;
  headAccountId: string;
}

export interface OwnerUnitRow extends InstitutionRow {
  concessionNumber: string;
  concessionScopes: string[];
  grantedOn: string;
  validUntil: string;
}

export interface ProjectCompanyRow extends InstitutionRow {
  shareholders: string[];
}

export interface GovernmentBodyRow extends InstitutionRow {
  party: string;
  level: string;
  regionCode: string;
  /** The line of government that it leads; null for bodies of many lines. */
  verticalSystem: string | null;
}

export interface EcosystemTables {
  'ecosystem.businessNorm': BusinessNormRow;
  'ecosystem.commercialCooperation': CommercialCooperationRow;
  'ecosystem.member': MemberRow;
  'ecosystem.ownerUnit': OwnerUnitRow;
  'ecosystem.projectCompany': ProjectCompanyRow;
  'ecosystem.governmentBody': GovernmentBodyRow;
  'ecosystem.ecosystemUnit': EcosystemUnitRow;
  'ecosystem.authorizationAgreement': AuthorizationAgreementRow;
  'ecosystem.trademark': TrademarkRow;
  'ecosystem.trademarkLicense': TrademarkLicenseRow;
  'ecosystem.brandAuthorization': BrandAuthorizationRow;
  'ecosystem.stopOrder': StopOrderRow;
  'ecosystem.misuseReport': MisuseReportRow;
  'ecosystem.unitAssessment': UnitAssessmentRow;
}
