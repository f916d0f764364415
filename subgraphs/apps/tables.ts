import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Environment } from './choices.ts';

export interface CapabilityRow extends Row {
  code: string;
  name: string;
  category: string;
  tier: string;
  baseLayer: string | null;
  description: string;
  versionText: string;
  dailyQuota: number;
}

export interface CapabilityRequestRow extends Row {
  capabilityId: string;
  capabilityCode: string;
  environment: Environment;
  purpose: string;
  dailyVolume: number;
  dailyQuota: number | null;
  secretPrefix: string | null;
  secretHash: string | null;
  previousSecretHash: string | null;
  previousValidUntil: Date | null;
  validUntil: string | null;
}

/** An access token that its client gave back before its end. */
export interface RevokedTokenTable {
  tokenId: string;
  expiresAt: Date;
}

export interface AppsTables {
  'apps.capability': CapabilityRow;
  'apps.capabilityRequest': CapabilityRequestRow;
  'apps.revokedToken': RevokedTokenTable;
}
