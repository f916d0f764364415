import { createBuilder, finishSchema } from '@zgt/runtime/graphql/builder.ts';
import { addSharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLSchema } from 'graphql';
import { addApp } from './app/graphql.ts';
import { addAppVersion } from './app-version/graphql.ts';
import { addCapability } from './capability/graphql.ts';
import { addCapabilityRequest } from './capability-request/graphql.ts';
import { addCapabilityUsage } from './capability-usage/graphql.ts';
import { addDelistingRequest } from './delisting-request/graphql.ts';
import { addForcedDelisting } from './forced-delisting/graphql.ts';
import { addOrganization } from './organization/graphql.ts';
import { addStandardCheck } from './standard-check/graphql.ts';
import { addSystemPlatform } from './system-platform/graphql.ts';

/** The apps subgraph: apps with their versions and how they leave, capabilities, requests for them and their calls, checks, and platforms. */
export function appsSchema(): GraphQLSchema {
  const builder = createBuilder();
  const shared = addSharedTypes(builder);
  const organization = addOrganization(builder);
  const capability = addCapability(builder, shared, organization);
  const app = addApp(builder, shared, organization);
  addCapabilityRequest(builder, shared, organization, capability, app);
  addCapabilityUsage(builder);
  const check = addStandardCheck(builder, shared, organization);
  addAppVersion(builder, shared, organization, app, check);
  addDelistingRequest(builder, shared, organization, app);
  addForcedDelisting(builder, shared, organization, app);
  addSystemPlatform(builder, shared, organization);
  return finishSchema(builder);
}
