import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { accessScorecard } from './access-scorecard/actions.ts';
import { announcement } from './announcement/actions.ts';
import { assessment } from './assessment/actions.ts';
import { assessmentScheme } from './assessment-scheme/actions.ts';
import { budgetDeclaration } from './budget-declaration/actions.ts';
import { contentIncident } from './content-incident/actions.ts';
import { cooperationItem } from './cooperation-item/actions.ts';
import { coordinationItem } from './coordination-item/actions.ts';
import { dockingRecord } from './docking-record/actions.ts';
import { filing } from './filing/actions.ts';
import { operationContact } from './operation-contact/actions.ts';
import { operationMetric } from './operation-metric/actions.ts';
import { policyDocument } from './policy-document/actions.ts';
import { productWork } from './product-work/actions.ts';
import { userRule } from './user-rule/actions.ts';
import { userViolation } from './user-violation/actions.ts';
import { workCalendar } from './work-calendar/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [
  filing,
  announcement,
  workCalendar,
  operationMetric,
  assessmentScheme,
  assessment,
  accessScorecard,
  operationContact,
  userRule,
  userViolation,
  contentIncident,
  dockingRecord,
  cooperationItem,
  policyDocument,
  budgetDeclaration,
  coordinationItem,
  productWork,
];
