import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { capability } from './capability/actions.ts';
import { capabilityRequest } from './capability-request/actions.ts';
import { standardCheck } from './standard-check/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [capability, capabilityRequest, standardCheck];
