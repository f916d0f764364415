/** One thing that the registers of safety publish about an app. */
export interface SafetyFact {
  concern: string;
  state: string;
  scope: Readonly<Record<string, unknown>>;
}

const SETTLED = ['VERIFIED', 'CLOSED'];

/** The numbers of the vulnerabilities that are not yet verified as mended (article 73). */
export function openVulnerabilities(safety: readonly SafetyFact[]): string[] {
  return safety
    .filter(({ concern, state }) => concern === 'VULNERABILITY' && !SETTLED.includes(state))
    .map(({ scope }) => scope.number as string);
}

/** The day until which the risks of the app had to be assessed, when that day is over (article 67). */
export function overdueAssessment(safety: readonly SafetyFact[], today: string): string | null {
  const assessment = safety.find(({ concern }) => concern === 'RISK_ASSESSMENT');
  const dueOn = assessment && assessment.state !== 'RESTING' ? (assessment.scope.dueOn as string) : null;
  return dueOn !== null && dueOn < today ? dueOn : null;
}

/** The algorithms by which the app protects data, as its profile names them (article 68). */
export function usedAlgorithms(safety: readonly SafetyFact[]): string[] {
  return safety.flatMap(({ concern, state, scope }) =>
    concern === 'CRYPTO' && state === 'KEPT' ? (scope.algorithms as string[]) : [],
  );
}

/** Whether a privacy notice of the app is published (article 71). */
export function isNotified(safety: readonly SafetyFact[]): boolean {
  return safety.some(({ concern, state }) => concern === 'PRIVACY_NOTICE' && state === 'PUBLISHED');
}
