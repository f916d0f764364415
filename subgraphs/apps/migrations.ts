import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as standardChecks } from './migrations/003-standard-checks.ts';

/** The migrations of the apps schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-reads': { up: reads },
  '003-standard-checks': { up: standardChecks },
};
