import { up as registers } from './migrations/001-registers.ts';
import { up as reads } from './migrations/002-reads.ts';
import { up as apps } from './migrations/003-apps.ts';
import { up as standardChecks } from './migrations/003-standard-checks.ts';
import { up as delisting } from './migrations/004-delisting.ts';
import { up as platforms } from './migrations/005-platforms.ts';
import { up as capabilityAccess } from './migrations/006-capability-access.ts';
import { up as versionCheck } from './migrations/006-version-check.ts';
import { up as consolidation } from './migrations/010-consolidation.ts';
import { up as serviceItems } from './migrations/011-service-items.ts';
import { up as infrastructure } from './migrations/012-infrastructure.ts';
import { up as resourceDemands } from './migrations/013-resource-demands.ts';
import { up as standards } from './migrations/020-standards.ts';
import { up as firstStandards } from './migrations/021-first-standards.ts';
import { up as capabilitySearch } from './migrations/022-capability-search.ts';
import { up as followingUnits } from './migrations/030-following-units.ts';
import { up as capabilityEnds } from './migrations/031-capability-ends.ts';
import { up as platformsAndEmergencies } from './migrations/032-platforms-and-emergencies.ts';
import { up as appScores } from './migrations/033-app-scores.ts';
import { up as content } from './migrations/034-content.ts';
import { up as vulnerabilities } from './migrations/060-vulnerabilities.ts';
import { up as contentStandings } from './migrations/081-content-standing.ts';
import { up as unitGrades } from './migrations/081-unit-grades.ts';
import { up as listsOfApps } from './migrations/084-lists-of-apps.ts';
import { up as dictionaryAdditions } from './migrations/085-dictionary-additions.ts';

/** The migrations of the apps schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-reads': { up: reads },
  '003-apps': { up: apps },
  '003-standard-checks': { up: standardChecks },
  '004-delisting': { up: delisting },
  '005-platforms': { up: platforms },
  '006-capability-access': { up: capabilityAccess },
  '006-version-check': { up: versionCheck },
  '010-consolidation': { up: consolidation },
  '011-service-items': { up: serviceItems },
  '012-infrastructure': { up: infrastructure },
  '013-resource-demands': { up: resourceDemands },
  '020-standards': { up: standards },
  '021-first-standards': { up: firstStandards },
  '022-capability-search': { up: capabilitySearch },
  '030-following-units': { up: followingUnits },
  '031-capability-ends': { up: capabilityEnds },
  '032-platforms-and-emergencies': { up: platformsAndEmergencies },
  '033-app-scores': { up: appScores },
  '034-content': { up: content },
  '060-vulnerabilities': { up: vulnerabilities },
  '081-content-standing': { up: contentStandings },
  '081-unit-grades': { up: unitGrades },
  '084-lists-of-apps': { up: listsOfApps },
  '085-dictionary-additions': { up: dictionaryAdditions },
};
