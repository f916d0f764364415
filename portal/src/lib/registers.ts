import type { Register } from './register.ts';
import { APP_REGISTERS } from './registers-apps.ts';
import { ECOSYSTEM_REGISTERS } from './registers-ecosystem.ts';
import { ORGANIZATION_REGISTERS } from './registers-organizations.ts';
import { PUBLIC_REGISTERS } from './registers-public.ts';
import { RESOURCE_REGISTERS } from './registers-resources.ts';
import { SAFETY_REGISTERS } from './registers-safety.ts';
import { SERVICE_REGISTERS } from './registers-services.ts';
import { STANDARD_REGISTERS } from './registers-standards.ts';

/** Every register that has pages, in the order in which people think of them. */
export const REGISTERS: readonly Register[] = [
  ...ECOSYSTEM_REGISTERS,
  ...APP_REGISTERS,
  ...PUBLIC_REGISTERS,
  ...RESOURCE_REGISTERS,
  ...SERVICE_REGISTERS,
  ...STANDARD_REGISTERS,
  ...SAFETY_REGISTERS,
  ...ORGANIZATION_REGISTERS,
];

/** The register whose pages stand under `/work/<path>`. */
export function registerAt(path: string | undefined): Register | null {
  return REGISTERS.find((register) => register.path === path) ?? null;
}

/** Where a record of that noun is shown, or null when its register has no pages. */
export function recordHref(noun: string, id: string): string | null {
  const register = REGISTERS.find((known) => known.noun === noun);
  return register ? `/work/${register.path}/${id}` : null;
}
