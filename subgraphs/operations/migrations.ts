import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as serviceLists } from './migrations/010-service-lists.ts';
import { up as announcementSearch } from './migrations/020-announcement-search.ts';
import { up as incidents } from './migrations/040-incidents.ts';
import { up as monitoring } from './migrations/041-monitoring.ts';
import { up as incidentAlerts } from './migrations/042-incident-alerts.ts';
import { up as level4Filings } from './migrations/043-level4-filings.ts';
import { up as rectifications } from './migrations/050-rectifications.ts';
import { up as inspections } from './migrations/051-inspections.ts';
import { up as filingKinds } from './migrations/052-filing-kinds.ts';
import { up as hotline } from './migrations/053-hotline.ts';
import { up as calendarFeeds } from './migrations/054-calendar-feeds.ts';
import { up as supervision } from './migrations/055-supervision.ts';
import { up as teamsAndAssets } from './migrations/056-teams-and-assets.ts';
import { up as vulnerabilities } from './migrations/060-vulnerabilities.ts';
import { up as safety } from './migrations/061-safety.ts';
import { up as security } from './migrations/062-security.ts';
import { up as consents } from './migrations/063-consents.ts';
import { up as assessments } from './migrations/070-assessments.ts';
import { up as accessAndUsers } from './migrations/071-access-and-users.ts';
import { up as coordination } from './migrations/072-coordination.ts';
import { up as contentIncidents } from './migrations/073-content-incidents.ts';
import { up as complianceTasks } from './migrations/080-compliance-tasks.ts';
import { up as computedIndicators } from './migrations/081-computed-indicators.ts';
import { up as contentEvidence } from './migrations/081-content-evidence.ts';
import { up as fairnessComplaints } from './migrations/081-fairness-complaints.ts';
import { up as productOperation } from './migrations/081-product-operation.ts';
import { up as responsibility } from './migrations/081-responsibility.ts';
import { up as terminalUsers } from './migrations/081-terminal-users.ts';
import { up as assetSecurity } from './migrations/082-asset-security.ts';
import { up as dataOperations } from './migrations/082-data-operations.ts';
import { up as leaks } from './migrations/082-leaks.ts';
import { up as supervisionNotes } from './migrations/082-supervision-notes.ts';
import { up as terminalChecks } from './migrations/082-terminal-checks.ts';
import { up as incidentStages } from './migrations/085-incident-stages.ts';
import { up as hotlineAnswers } from './migrations/086-hotline-answers.ts';
import { up as factsByIndex } from './migrations/091-facts-by-index.ts';

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
  '050-rectifications': { up: rectifications },
  '051-inspections': { up: inspections },
  '052-filing-kinds': { up: filingKinds },
  '053-hotline': { up: hotline },
  '054-calendar-feeds': { up: calendarFeeds },
  '055-supervision': { up: supervision },
  '056-teams-and-assets': { up: teamsAndAssets },
  '060-vulnerabilities': { up: vulnerabilities },
  '061-safety': { up: safety },
  '062-security': { up: security },
  '063-consents': { up: consents },
  '070-assessments': { up: assessments },
  '071-access-and-users': { up: accessAndUsers },
  '072-coordination': { up: coordination },
  '073-content-incidents': { up: contentIncidents },
  '080-compliance-tasks': { up: complianceTasks },
  '081-computed-indicators': { up: computedIndicators },
  '081-content-evidence': { up: contentEvidence },
  '081-fairness-complaints': { up: fairnessComplaints },
  '081-product-operation': { up: productOperation },
  '081-responsibility': { up: responsibility },
  '081-terminal-users': { up: terminalUsers },
  '082-asset-security': { up: assetSecurity },
  '082-data-operations': { up: dataOperations },
  '082-leaks': { up: leaks },
  '082-supervision-notes': { up: supervisionNotes },
  '082-terminal-checks': { up: terminalChecks },
  '085-incident-stages': { up: incidentStages },
  '086-hotline-answers': { up: hotlineAnswers },
  '091-facts-by-index': { up: factsByIndex },
};
