import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as serviceLists } from './migrations/010-service-lists.ts';
import { up as announcementSearch } from './migrations/020-announcement-search.ts';
import { up as assessments } from './migrations/070-assessments.ts';
import { up as accessAndUsers } from './migrations/071-access-and-users.ts';
import { up as coordination } from './migrations/072-coordination.ts';
import { up as contentIncidents } from './migrations/073-content-incidents.ts';

/** The migrations of the operations schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-reads': { up: reads },
  '010-service-lists': { up: serviceLists },
  '020-announcement-search': { up: announcementSearch },
  '070-assessments': { up: assessments },
  '071-access-and-users': { up: accessAndUsers },
  '072-coordination': { up: coordination },
  '073-content-incidents': { up: contentIncidents },
};
