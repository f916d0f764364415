import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { announcement } from './announcement/actions.ts';
import { backupRecord } from './backup-record/actions.ts';
import { consentRecord } from './consent-record/actions.ts';
import { cryptoProfile } from './crypto-profile/actions.ts';
import { dataLeakCase } from './data-leak-case/actions.ts';
import { filing } from './filing/actions.ts';
import { hiddenDanger } from './hidden-danger/actions.ts';
import { mlpsRecord } from './mlps-record/actions.ts';
import { privacyNotice } from './privacy-notice/actions.ts';
import { restoreDrill } from './restore-drill/actions.ts';
import { riskAssessment } from './risk-assessment/actions.ts';
import { safetyAgreement } from './safety-agreement/actions.ts';
import { safetyCheck } from './safety-check/actions.ts';
import { securityProgramme } from './security-programme/actions.ts';
import { trainingSession } from './training-session/actions.ts';
import { vulnerability } from './vulnerability/actions.ts';
import { workCalendar } from './work-calendar/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [
  filing,
  announcement,
  workCalendar,
  vulnerability,
  hiddenDanger,
  safetyCheck,
  riskAssessment,
  safetyAgreement,
  trainingSession,
  cryptoProfile,
  mlpsRecord,
  securityProgramme,
  dataLeakCase,
  backupRecord,
  restoreDrill,
  privacyNotice,
  consentRecord,
];
