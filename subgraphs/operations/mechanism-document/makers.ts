import type { PartyKind } from '@zgt/schema/parties.ts';
import type { MechanismKind } from '../choices-supervision.ts';

export interface MechanismRule {
  articles: readonly number[];
  /** Who makes it: each of them has to sign. */
  makers: readonly ('MANAGEMENT_UNIT' | 'OWNER_UNIT' | 'PROJECT_COMPANY')[];
  /** The management unit guides whoever makes it. */
  guided: boolean;
}

/** Who makes which mechanism, and whether under guidance; duties 27.3, 41.2, 43.1, 58.1, 58.2 and 63.3. */
export const MECHANISM_RULES: Readonly<Record<MechanismKind, MechanismRule>> = {
  OPERATION_SUPERVISION: { articles: [27], makers: ['PROJECT_COMPANY'], guided: true },
  PUBLIC_ACCOUNTABILITY: { articles: [28], makers: ['MANAGEMENT_UNIT'], guided: false },
  MARKET_ACCOUNTABILITY: { articles: [41], makers: ['OWNER_UNIT', 'PROJECT_COMPANY'], guided: true },
  OPS_SYSTEM: { articles: [58], makers: ['OWNER_UNIT'], guided: true },
  OPS_GUARANTEE: { articles: [58], makers: ['PROJECT_COMPANY'], guided: false },
  EMERGENCY_RESPONSE: { articles: [58], makers: ['PROJECT_COMPANY'], guided: false },
  INCIDENT_RESPONSE: { articles: [61], makers: ['PROJECT_COMPANY'], guided: true },
  OPS_ACCOUNTABILITY: { articles: [63], makers: ['OWNER_UNIT', 'PROJECT_COMPANY'], guided: true },
  PRODUCT_OPERATION: { articles: [43], makers: ['PROJECT_COMPANY'], guided: false },
};

/** True when that party makes mechanisms of that kind. */
export function makes(kind: string, party: PartyKind | null): boolean {
  return (MECHANISM_RULES[kind as MechanismKind].makers as readonly (PartyKind | null)[]).includes(party);
}

/** True when all who make it have signed, and guidance was given where it is needed. */
export function isComplete(kind: string, signedBy: readonly string[], guidedAt: Date | null): boolean {
  const { makers, guided } = MECHANISM_RULES[kind as MechanismKind];
  return makers.every((maker) => signedBy.includes(maker)) && (!guided || guidedAt !== null);
}
