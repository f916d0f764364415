import { createBuilder, finishSchema } from '@zgt/runtime/graphql/builder.ts';
import { addSharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLSchema } from 'graphql';
import { addAuthorizationAgreement } from './authorization-agreement/graphql.ts';
import { addBrandAuthorization } from './brand-authorization/graphql.ts';
import { addVerification } from './brand-authorization/verify.ts';
import { addBusinessNorm } from './business-norm/graphql.ts';
import { addCommercialCooperation } from './commercial-cooperation/graphql.ts';
import { addEcosystemUnit } from './ecosystem-unit/graphql.ts';
import { addGovernmentBody } from './government-body/graphql.ts';
import { addMachineCredential } from './machine-credential/graphql.ts';
import { addMember } from './member/graphql.ts';
import { addMisuseReport } from './misuse-report/graphql.ts';
import { addOrganization } from './organization/graphql.ts';
import { addViewer } from './organization/viewer.ts';
import { addOwnerUnit } from './owner-unit/graphql.ts';
import { addProjectCompany } from './project-company/graphql.ts';
import { addServiceProvider } from './service-provider/graphql.ts';
import { addStopOrder } from './stop-order/graphql.ts';
import { addTrademark } from './trademark/graphql.ts';
import { addTrademarkLicense } from './trademark-license/graphql.ts';
import { addUnitAssessment } from './unit-assessment/graphql.ts';

/** The ecosystem subgraph: organisations, units, agreements, trademarks, brand authorizations and their supervision. */
export function ecosystemSchema(): GraphQLSchema {
  const builder = createBuilder();
  const shared = addSharedTypes(builder);
  const organization = addOrganization(builder);
  addViewer(builder, shared);
  addMember(builder, shared, organization);
  addOwnerUnit(builder, shared, organization);
  addProjectCompany(builder, shared, organization);
  const serviceProvider = addServiceProvider(builder, organization);
  addGovernmentBody(builder, shared, organization, serviceProvider);
  const unit = addEcosystemUnit(builder, shared, organization, serviceProvider);
  addAuthorizationAgreement(builder, shared, organization, unit);
  const trademark = addTrademark(builder, shared, organization);
  addTrademarkLicense(builder, shared, organization, trademark);
  addBrandAuthorization(builder, shared, organization, unit, trademark);
  addVerification(builder);
  addStopOrder(builder, shared, organization, unit);
  addMisuseReport(builder, shared, organization);
  addMachineCredential(builder, shared, organization);
  addBusinessNorm(builder, shared, organization);
  addCommercialCooperation(builder, shared, organization, unit);
  addUnitAssessment(builder, shared, organization, unit);
  return finishSchema(builder);
}
