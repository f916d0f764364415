import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { CheckSubject, Environment } from './choices.ts';
import type { Finding } from './conformance/finding.ts';

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
  validUntil: string | null;
}

export interface StandardCheckRow extends Row {
  subjectKind: CheckSubject;
  name: string;
  digest: string;
  rulesVersion: string;
  mustCount: number;
  shouldCount: number;
  findings: { list: readonly Finding[] };
}

export interface AppsTables {
  'apps.capability': CapabilityRow;
  'apps.capabilityRequest': CapabilityRequestRow;
  'apps.standardCheck': StandardCheckRow;
}
