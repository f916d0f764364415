import { createBuilder, finishSchema } from '@zgt/runtime/graphql/builder.ts';
import { addSharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLSchema } from 'graphql';
import { addApp } from './app/graphql.ts';
import { addAppVersion } from './app-version/graphql.ts';
import { addCapability } from './capability/graphql.ts';
import { addCapabilityRequest } from './capability-request/graphql.ts';
import { addCompanyInfraResource } from './company-infra-resource/graphql.ts';
import { addConsolidationException } from './consolidation-exception/graphql.ts';
import { addDelistingRequest } from './delisting-request/graphql.ts';
import { addForcedDelisting } from './forced-delisting/graphql.ts';
import { addInfrastructureBinding } from './infrastructure-binding/graphql.ts';
import { addInfrastructureItem } from './infrastructure-item/graphql.ts';
import { addInfrastructureRequest } from './infrastructure-request/graphql.ts';
import { addIntegrationPlan } from './integration-plan/graphql.ts';
import { addLegacyMobileApp } from './legacy-mobile-app/graphql.ts';
import { addOrganization } from './organization/graphql.ts';
import { addResourceDemand } from './resource-demand/graphql.ts';
import { addResourceDemandBatch } from './resource-demand-batch/graphql.ts';
import { addServiceItem } from './service-item/graphql.ts';
import { addSystemPlatform } from './system-platform/graphql.ts';

/** The apps subgraph: platforms, apps with their versions and how they leave, the catalogue of capabilities and the requests for them. */
export function appsSchema(): GraphQLSchema {
  const builder = createBuilder();
  const shared = addSharedTypes(builder);
  const organization = addOrganization(builder);
  const capability = addCapability(builder, shared, organization);
  const app = addApp(builder, shared, organization);
  addCapabilityRequest(builder, shared, organization, capability, app);
  addAppVersion(builder, shared, organization, app);
  addDelistingRequest(builder, shared, organization, app);
  addForcedDelisting(builder, shared, organization, app);
  const platform = addSystemPlatform(builder, shared, organization);
  const exception = addConsolidationException(builder, shared, organization);
  const legacyApp = addLegacyMobileApp(builder, shared, organization, exception);
  addIntegrationPlan(builder, shared, organization, legacyApp, app);
  addServiceItem(builder, shared, organization, app, exception);
  const infrastructureRequest = addInfrastructureRequest(builder, shared, organization, app, platform);
  const infrastructureItem = addInfrastructureItem(builder, shared, organization, infrastructureRequest);
  const ownResource = addCompanyInfraResource(builder, shared, organization);
  addInfrastructureBinding(builder, shared, organization, app, infrastructureItem, ownResource);
  const batch = addResourceDemandBatch(builder, shared, organization);
  addResourceDemand(builder, shared, organization, app, batch);
  return finishSchema(builder);
}
