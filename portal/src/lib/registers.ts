import type { EnumLabel, Named, Register, RegisterRecord } from './register.ts';
import { APP_REGISTERS } from './registers-apps.ts';
import { ASSESSMENT_REGISTERS } from './registers-assessments.ts';
import { COMMERCE_REGISTERS } from './registers-commerce.ts';
import { CONDUCT_REGISTERS } from './registers-conduct.ts';
import { COORDINATION_REGISTERS } from './registers-coordination.ts';
import { ECOSYSTEM_REGISTERS } from './registers-ecosystem.ts';
import { INCIDENT_REGISTERS } from './registers-incidents.ts';
import { OPERATIONS_REGISTERS } from './registers-operations.ts';
import { ORGANIZATION_REGISTERS } from './registers-organizations.ts';
import { PUBLIC_REGISTERS } from './registers-public.ts';
import { RESOURCE_REGISTERS } from './registers-resources.ts';
import { SAFETY_REGISTERS } from './registers-safety.ts';
import { SERVICE_REGISTERS } from './registers-services.ts';
import { STANDARD_REGISTERS } from './registers-standards.ts';
import { SUPERVISION_REGISTERS } from './registers-supervision.ts';

/** Every register that has pages, in the order in which people think of them. */
export const REGISTERS: readonly Register[] = [
  ...ECOSYSTEM_REGISTERS,
  ...COMMERCE_REGISTERS,
  ...APP_REGISTERS,
  ...PUBLIC_REGISTERS,
  ...RESOURCE_REGISTERS,
  ...SERVICE_REGISTERS,
  ...INCIDENT_REGISTERS,
  ...STANDARD_REGISTERS,
  ...SUPERVISION_REGISTERS,
  ...OPERATIONS_REGISTERS,
  ...ASSESSMENT_REGISTERS,
  ...CONDUCT_REGISTERS,
  ...COORDINATION_REGISTERS,
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

/** The registers whose records may name one of this register, each with the filter that finds them. */
export function referrersOf({ referrers = [] }: Register): { register: Register; by: string }[] {
  return referrers.flatMap(({ path, by }) => {
    const register = registerAt(path);
    return register ? [{ register, by }] : [];
  });
}

/** The particulars of a record with the ways to the records that they name. */
export function particularsOf(register: Register, record: RegisterRecord, labelOf: EnumLabel) {
  const to = (named: Named) => recordHref(named.noun, named.id) ?? undefined;
  return register.details.map(({ label, read }) => {
    const { record: named, parts = [], ...told } = read(record, labelOf);
    const href = told.href ?? (named && to(named));
    return {
      label,
      value: told.value,
      ...(href && { href }),
      parts: parts.map((part) => ({ text: part.text, href: to(part.record) })),
    };
  });
}
