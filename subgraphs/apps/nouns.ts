import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { app } from './app/actions.ts';
import { appScore } from './app-score/actions.ts';
import { appVersion } from './app-version/actions.ts';
import { capability } from './capability/actions.ts';
import { capabilityRequest } from './capability-request/actions.ts';
import { companyInfraResource } from './company-infra-resource/actions.ts';
import { consolidationException } from './consolidation-exception/actions.ts';
import { contentItem } from './content-item/actions.ts';
import { delistingRequest } from './delisting-request/actions.ts';
import { forcedDelisting } from './forced-delisting/actions.ts';
import { infrastructureBinding } from './infrastructure-binding/actions.ts';
import { infrastructureItem } from './infrastructure-item/actions.ts';
import { infrastructureRequest } from './infrastructure-request/actions.ts';
import { integrationPlan } from './integration-plan/actions.ts';
import { legacyMobileApp } from './legacy-mobile-app/actions.ts';
import { resourceDemand } from './resource-demand/actions.ts';
import { resourceDemandBatch } from './resource-demand-batch/actions.ts';
import { serviceItem } from './service-item/actions.ts';
import { standard } from './standard/actions.ts';
import { standardCheck } from './standard-check/actions.ts';
import { standardVersion } from './standard-version/actions.ts';
import { systemPlatform } from './system-platform/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [
  capability,
  capabilityRequest,
  app,
  appVersion,
  delistingRequest,
  forcedDelisting,
  appScore,
  contentItem,
  systemPlatform,
  standard,
  standardVersion,
  standardCheck,
  consolidationException,
  legacyMobileApp,
  integrationPlan,
  serviceItem,
  infrastructureRequest,
  infrastructureItem,
  companyInfraResource,
  infrastructureBinding,
  resourceDemandBatch,
  resourceDemand,
];
