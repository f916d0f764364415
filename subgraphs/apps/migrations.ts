import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as capabilityAccess } from './migrations/006-capability-access.ts';

/** The migrations of the apps schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-reads': { up: reads },
  '006-capability-access': { up: capabilityAccess },
};
