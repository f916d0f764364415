import { createBuilder, finishSchema } from '@zgt/runtime/graphql/builder.ts';
import { addSharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLSchema } from 'graphql';
import { addCapability } from './capability/graphql.ts';
import { addCapabilityRequest } from './capability-request/graphql.ts';
import { addCapabilityUsage } from './capability-usage/graphql.ts';
import { addOrganization } from './organization/graphql.ts';

/** The apps subgraph: the catalogue of capabilities, the requests for them and how often they are called. */
export function appsSchema(): GraphQLSchema {
  const builder = createBuilder();
  const shared = addSharedTypes(builder);
  const organization = addOrganization(builder);
  const capability = addCapability(builder, shared, organization);
  addCapabilityRequest(builder, shared, organization, capability);
  addCapabilityUsage(builder);
  return finishSchema(builder);
}
