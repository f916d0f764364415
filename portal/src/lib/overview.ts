import type { Register } from './register.ts';

/** What one may start, for the party that one acts for; without an organization what every account may. */
export function startsOf(
  registers: readonly Pick<Register, 'path' | 'noun' | 'creations'>[],
  party: string | null,
): { label: string; href: string }[] {
  return registers.flatMap(({ path, noun, creations }) =>
    creations
      .filter(({ parties }) => (party ? parties.includes(party) : parties.includes('ANYONE')))
      .filter(({ parties }) => !(party && parties.includes('ANYONE')))
      .map(({ mutation, label }) => ({
        label,
        href: `/work/${path}/new/${mutation.slice(0, -noun.length)}`,
      })),
  );
}
