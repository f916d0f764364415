import { createBuilder, finishSchema } from '@zgt/runtime/graphql/builder.ts';
import { addSharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLSchema } from 'graphql';
import { addCapability } from './capability/graphql.ts';
import { addCapabilityRequest } from './capability-request/graphql.ts';
import { addOrganization } from './organization/graphql.ts';
import { addStandardCheck } from './standard-check/graphql.ts';

/** The apps subgraph: the catalogue of capabilities, the requests for them, and checks against the standards. */
export function appsSchema(): GraphQLSchema {
  const builder = createBuilder();
  const shared = addSharedTypes(builder);
  const organization = addOrganization(builder);
  const capability = addCapability(builder, shared, organization);
  addCapabilityRequest(builder, shared, organization, capability);
  addStandardCheck(builder, shared, organization);
  return finishSchema(builder);
}
