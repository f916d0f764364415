import type { RuleParameter } from './parameter-type.ts';
import { ADMISSION_PARAMETERS } from './parameters-admission.ts';
import { APP_PARAMETERS } from './parameters-apps.ts';
import { ASSESSMENT_PARAMETERS } from './parameters-assessments.ts';
import { BRAND_PARAMETERS } from './parameters-brand.ts';
import { DATA_PARAMETERS } from './parameters-data.ts';
import { FILING_PARAMETERS } from './parameters-filings.ts';
import { INCIDENT_PARAMETERS } from './parameters-incidents.ts';
import { SAFETY_PARAMETERS } from './parameters-safety.ts';
import { SECURITY_PARAMETERS } from './parameters-security.ts';

/** Every rule parameter: a rule that needs a number names it here, and nowhere holds one of its own. */
export const RULE_PARAMETERS = [
  ...ADMISSION_PARAMETERS,
  ...BRAND_PARAMETERS,
  ...APP_PARAMETERS,
  ...DATA_PARAMETERS,
  ...FILING_PARAMETERS,
  ...ASSESSMENT_PARAMETERS,
  ...INCIDENT_PARAMETERS,
  ...SECURITY_PARAMETERS,
  ...SAFETY_PARAMETERS,
] as const satisfies readonly RuleParameter[];

export type RuleParameterName = (typeof RULE_PARAMETERS)[number]['name'];

const BY_NAME: ReadonlyMap<string, RuleParameter> = new Map(
  RULE_PARAMETERS.map((parameter) => [parameter.name, parameter]),
);

/** The parameter of that name; the type admits only names that exist. */
export function ruleParameter(name: RuleParameterName): RuleParameter {
  return BY_NAME.get(name)!;
}

/** Why a value cannot be set: null when it may, VALIDATION for a wrong kind, the floor's code when the text forbids it. */
export function parameterObjection(
  parameter: RuleParameter,
  value: unknown,
): 'VALIDATION' | 'PARAMETER_BELOW_REGULATION' | null {
  switch (parameter.type) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? null : 'VALIDATION';
    case 'STRING':
      return typeof value === 'string' && (parameter.choices?.includes(value) ?? true) ? null : 'VALIDATION';
    case 'TEXT':
      return typeof value === 'string' && /^\S.{0,98}\S$|^\S$/.test(value) ? null : 'VALIDATION';
    case 'INTEGER': {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return 'VALIDATION';
      const { min = value, max = value } = parameter.floor ?? {};
      return value < min || value > max ? 'PARAMETER_BELOW_REGULATION' : null;
    }
  }
}
