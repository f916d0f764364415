/** What is missing of security: domains without measures, and the safety agreement (articles 64 and 65). */
export const SECURITY_GAPS_QUERY = 'query SecurityGaps { securityGaps { name label remedy } }';

export interface SecurityGap {
  name: string;
  label: string;
  remedy: string;
}

/** The register in which a gap is closed. */
export function gapHref({ name }: SecurityGap): string {
  return name === 'SAFETY_AGREEMENT' ? '/work/safety-agreements' : '/work/security-programmes';
}
