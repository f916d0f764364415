import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as serviceLists } from './migrations/010-service-lists.ts';
import { up as announcementSearch } from './migrations/020-announcement-search.ts';
import { up as vulnerabilities } from './migrations/060-vulnerabilities.ts';
import { up as safety } from './migrations/061-safety.ts';
import { up as security } from './migrations/062-security.ts';
import { up as consents } from './migrations/063-consents.ts';

/** The migrations of the operations schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-reads': { up: reads },
  '010-service-lists': { up: serviceLists },
  '060-vulnerabilities': { up: vulnerabilities },
  '020-announcement-search': { up: announcementSearch },
  '061-safety': { up: safety },
  '062-security': { up: security },
  '063-consents': { up: consents },
};
