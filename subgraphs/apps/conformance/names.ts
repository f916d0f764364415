import type { Place } from './finding.ts';
import type { Findings } from './findings.ts';

/** Whether a name has the form of names in interfaces, `contactPhone` (IF-025); one that has not is found. */
export function checkName(name: string, shown: string, place: Place, findings: Findings): boolean {
  if (/^[a-z][a-zA-Z0-9]*$/.test(name)) return true;
  findings.add(
    'FLD-001',
    place,
    `${shown} 不是驼峰命名`,
    '首字母小写，其后每个词首字母大写，例如 contactPhone。',
  );
  return false;
}

/** `contact_phone`: the form of names in tables. */
export const isSnakeCase = (name: string): boolean => /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name);

/** `contact_phone` as the dictionary writes it: `contactPhone`. */
export const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `user_info` as a type would be called: `UserInfo`. */
export const pascalCase = (name: string): string => {
  const camel = camelCase(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
};
