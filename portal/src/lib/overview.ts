import type { Register } from './register.ts';

/** What one may start, for the party that one acts for; without an organization what every account may. */
export function startsOf(
  registers: readonly Pick<Register, 'path' | 'label' | 'noun' | 'creations'>[],
  party: string | null,
): { label: string; href: string }[] {
  return registers.flatMap(({ path, label: register, noun, creations }) =>
    creations
      .filter(({ parties }) => (party ? parties.includes(party) : parties.includes('ANYONE')))
      .filter(({ parties }) => !(party && parties.includes('ANYONE')))
      .map(({ mutation, label }) => ({
        // Several registers begin with the same word, such as 立案.
        label: label.includes(register) ? label : `${register}：${label}`,
        href: `/work/${path}/new/${mutation.slice(0, -noun.length)}`,
      })),
  );
}
