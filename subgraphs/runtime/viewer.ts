import type { PartyKind } from '@zgt/schema/parties.ts';
import { newId } from './id.ts';

/** Who asks, for which organisation, and how they proved it; every rule about people reads only this. */
export interface Viewer {
  accountId: string | null;
  accountName: string;
  organizationId: string | null;
  organizationName: string | null;
  party: PartyKind | null;
  roles: readonly string[];
  via: 'ANONYMOUS' | 'SESSION' | 'MACHINE' | 'SYSTEM';
  credentialId: string | null;
  realNameVerified: boolean;
  undertakingAccepted: boolean;
  passwordExpired: boolean;
  /** The last day for checking the own terminal; null for those who need not. */
  terminalCheckDueOn: string | null;
  secondFactor: boolean;
}

/** What travels with one request from the gateway to every subgraph. */
export interface RequestContext {
  viewer: Viewer;
  requestId: string;
  idempotencyKey: string | null;
  /** Lists and records may be read from a replica, which can be a second old; never set for a write. */
  toleratesLag?: boolean;
}

export const ANONYMOUS: Viewer = {
  accountId: null,
  accountName: '访客',
  organizationId: null,
  organizationName: null,
  party: null,
  roles: [],
  via: 'ANONYMOUS',
  credentialId: null,
  realNameVerified: false,
  undertakingAccepted: false,
  passwordExpired: false,
  terminalCheckDueOn: null,
  secondFactor: false,
};

/** Timers and consequences act as the system: it may only do what a lifecycle gives to SYSTEM. */
export const SYSTEM: Viewer = {
  ...ANONYMOUS,
  accountName: '系统',
  via: 'SYSTEM',
  realNameVerified: true,
  undertakingAccepted: true,
};

/** The request of a timer or of a consequence: a new one, or that of the job which carries it out. */
export const systemRequest = (requestId = newId()): RequestContext => ({
  viewer: SYSTEM,
  requestId,
  idempotencyKey: null,
});
