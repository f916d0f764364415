import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';

/** How bad a vulnerability is; the time in which it has to be mended follows from it (article 73). */
export const VULNERABILITY_SEVERITIES = {
  CRITICAL: '严重',
  HIGH: '高危',
  MEDIUM: '中危',
  LOW: '低危',
} as const;

export type VulnerabilitySeverity = keyof typeof VULNERABILITY_SEVERITIES;

/** The parameter that says within how many days a vulnerability of each severity has to be mended. */
export const FIX_DAYS: Readonly<Record<VulnerabilitySeverity, RuleParameterName>> = {
  CRITICAL: 'vulnerability.critical_fix_days',
  HIGH: 'vulnerability.high_fix_days',
  MEDIUM: 'vulnerability.medium_fix_days',
  LOW: 'vulnerability.low_fix_days',
};
