import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { announcement } from './announcement/actions.ts';
import { filing } from './filing/actions.ts';
import { hiddenDanger } from './hidden-danger/actions.ts';
import { riskAssessment } from './risk-assessment/actions.ts';
import { safetyAgreement } from './safety-agreement/actions.ts';
import { safetyCheck } from './safety-check/actions.ts';
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
];
