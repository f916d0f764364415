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
  returnedFields: string[] | null;
}

export interface CapabilityRequestRow extends Row {
  capabilityId: string;
  capabilityCode: string;
  environment: Environment;
  purpose: string;
  fieldPurposes: string[] | null;
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

/** The calls of one credential on one day. */
export interface CapabilityUsageTable {
  day: string;
  capabilityRequestId: string;
  calls: number;
  failedCalls: number;
}

/** A reported event that has been counted. */
export interface UsageEventTable {
  reporter: string;
  eventId: string;
  day: string;
  capabilityRequestId: string;
  calls: number;
  failed: boolean;
}

export interface AppsTables {
  'apps.capability': CapabilityRow;
  'apps.capabilityRequest': CapabilityRequestRow;
  'apps.revokedToken': RevokedTokenTable;
  'apps.capabilityUsage': CapabilityUsageTable;
  'apps.usageEvent': UsageEventTable;
}
