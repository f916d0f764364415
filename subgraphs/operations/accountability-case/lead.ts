import type {
  AccountabilityLead,
  AccountabilityScope,
  AccountabilitySubject,
  ResponsibilityBearer,
  ResponsibilityFinding,
} from '../choices-incidents.ts';

/** Matters that the management unit leads, whoever the subject is (articles 28, 54 and 72). */
const LED_BY_MANAGEMENT: readonly AccountabilityScope[] = ['PUBLIC_OPERATION', 'SECURITY', 'BRAND'];
/** Bodies, and those who would otherwise investigate themselves (article 63; the latter is our reading). */
const SUBJECTS_OF_MANAGEMENT: readonly AccountabilitySubject[] = [
  'GOVERNMENT',
  'INFRASTRUCTURE_PROVIDER',
  'OWNER_UNIT',
  'PROJECT_COMPANY',
];

/** Who leads, by matter and subject; nobody chooses (duty 63.2). */
export function leadOf(scope: AccountabilityScope, subject: AccountabilitySubject): AccountabilityLead {
  return LED_BY_MANAGEMENT.includes(scope) || SUBJECTS_OF_MANAGEMENT.includes(subject)
    ? 'MANAGEMENT_UNIT'
    : 'PROJECT_COMPANY';
}

/**
 * Who bears the responsibility, by what was found: the owner unit for harm to the brand (article 54) and wherever it
 * cannot be found out whose fault it was (article 64, duty 64.1), else the one found at fault (article 26).
 */
export function bearerOf(scope: AccountabilityScope, finding: ResponsibilityFinding): ResponsibilityBearer {
  if (scope === 'BRAND' || finding === 'UNDETERMINED') return 'OWNER_UNIT';
  return finding;
}
