import { up as registers } from './migrations/001-registers.ts';
import { up as organizations } from './migrations/002-organizations.ts';
import { up as reads } from './migrations/003-reads.ts';

/** The migrations of the ecosystem schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-organizations': { up: organizations },
  '003-reads': { up: reads },
};
