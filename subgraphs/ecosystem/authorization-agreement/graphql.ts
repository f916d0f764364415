import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import {
  AGREEMENT_CLAUSES,
  BRAND_ACTIVITIES,
  INDUSTRY_CATEGORIES,
  RESTRICTIVE_TERMS,
  WORK_SCOPES,
} from '../choices.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import type { AuthorizationAgreementRow } from '../tables.ts';
import { authorizationAgreement } from './actions.ts';

/** 授权协议 in the API. */
export function addAuthorizationAgreement(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  unitType: any,
) {
  return addNoun(builder, shared, authorizationAgreement, {
    plural: 'authorizationAgreements',
    organization,
    reads: { title: [], ecosystemUnit: ['ecosystemUnitId'], authorizer: ['authorizerId'] },
    fields: (t) => ({
      ecosystemUnit: t.field(
        recordIn(ecosystemUnit, 'ecosystemUnitId', {
          type: unitType,
        }),
      ),
      authorizer: t.field({
        type: organization.type,
        description: '给予授权的业主单位或项目公司。',
        resolve: (agreement: AuthorizationAgreementRow, _: unknown, { loaders }: SubgraphContext) =>
          loaders.organization.load(agreement.authorizerId),
      }),
      workScopes: t.field({
        type: [enumOf(builder, 'WorkScope', WORK_SCOPES)],
        resolve: (agreement: AuthorizationAgreementRow) => agreement.workScopes,
      }),
      activities: t.field({
        type: [enumOf(builder, 'BrandActivity', BRAND_ACTIVITIES)],
        resolve: (agreement: AuthorizationAgreementRow) => agreement.activities,
      }),
      capabilityCodes: t.stringList({
        description: '可申请的能力编码；* 表示全部。',
        resolve: (agreement: AuthorizationAgreementRow) => agreement.capabilityCodes,
      }),
      industryCategories: t.field({
        type: [enumOf(builder, 'IndustryCategory', INDUSTRY_CATEGORIES)],
        description: '可提供应用的行业；空表示不限。',
        resolve: (agreement: AuthorizationAgreementRow) => agreement.industryCategories ?? [],
      }),
      clauses: t.field({
        type: [enumOf(builder, 'AgreementClause', AGREEMENT_CLAUSES)],
        resolve: (agreement: AuthorizationAgreementRow) => agreement.clauses,
      }),
      restrictiveTerms: t.field({
        type: [enumOf(builder, 'RestrictiveTerm', RESTRICTIVE_TERMS)],
        description: '限制竞争的条款，经法律审查并依规则参数才会有；没有的为空列表。',
        resolve: (agreement: AuthorizationAgreementRow) => (agreement.restrictiveTerms ?? []) as never,
      }),
      normNumbers: t.stringList({
        description: '所引用的商业规范的编号。',
        resolve: (agreement: AuthorizationAgreementRow) => agreement.normNumbers ?? [],
      }),
      validFrom: t.field({
        type: 'Date',
        resolve: (agreement: AuthorizationAgreementRow) => agreement.validFrom,
      }),
      validUntil: t.field({
        type: 'Date',
        resolve: (agreement: AuthorizationAgreementRow) => agreement.validUntil,
      }),
    }),
  });
}
