import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as serviceLists } from './migrations/010-service-lists.ts';
import { up as announcementSearch } from './migrations/020-announcement-search.ts';
import { up as incidents } from './migrations/040-incidents.ts';
import { up as monitoring } from './migrations/041-monitoring.ts';
import { up as incidentAlerts } from './migrations/042-incident-alerts.ts';
import { up as level4Filings } from './migrations/043-level4-filings.ts';

/** The migrations of the operations schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-reads': { up: reads },
  '010-service-lists': { up: serviceLists },
  '020-announcement-search': { up: announcementSearch },
  '040-incidents': { up: incidents },
  '041-monitoring': { up: monitoring },
  '042-incident-alerts': { up: incidentAlerts },
  '043-level4-filings': { up: level4Filings },
};
