import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { VulnerabilitySeverity } from './choices-safety.ts';

export interface VulnerabilityRow extends Row {
  /** The app that has it, or null when an allocated resource has it. */
  appId: string | null;
  itemId: string | null;
  subjectName: string;
  severity: VulnerabilitySeverity;
  /** Shown only to those who have to know. */
  description: string;
  foundOn: string;
  fixBy: string;
  plan: string | null;
  noticeText: string | null;
  fix: string | null;
  /** Whether the app was ordered off because of it. */
  delists: boolean;
}

export interface SafetyTables {
  'operations.vulnerability': VulnerabilityRow;
}
