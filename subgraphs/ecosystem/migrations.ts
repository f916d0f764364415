import { up as registers } from './migrations/001-registers.ts';
import { up as organizations } from './migrations/002-organizations.ts';
import { up as stopOrders } from './migrations/003-stop-orders-in-force.ts';
import { up as reads } from './migrations/004-reads.ts';
import { up as industries } from './migrations/005-agreement-industries.ts';
import { up as lines } from './migrations/030-lines.ts';
import { up as normsAndCooperation } from './migrations/050-norms-and-cooperation.ts';
import { up as restrictiveTerms } from './migrations/081-restrictive-terms.ts';
import { up as unitAssessments } from './migrations/081-unit-assessments.ts';
import { up as accountSharing } from './migrations/082-account-sharing.ts';

/** The migrations of the ecosystem schema; they run in the order of their names. */
export const migrations = {
  '001-registers': { up: registers },
  '002-organizations': { up: organizations },
  '003-stop-orders-in-force': { up: stopOrders },
  '004-reads': { up: reads },
  '005-agreement-industries': { up: industries },
  '030-lines': { up: lines },
  '050-norms-and-cooperation': { up: normsAndCooperation },
  '081-restrictive-terms': { up: restrictiveTerms },
  '081-unit-assessments': { up: unitAssessments },
  '082-account-sharing': { up: accountSharing },
};
