import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { authorizationAgreement } from './authorization-agreement/actions.ts';
import { brandAuthorization } from './brand-authorization/actions.ts';
import { businessNorm } from './business-norm/actions.ts';
import { commercialCooperation } from './commercial-cooperation/actions.ts';
import { ecosystemUnit } from './ecosystem-unit/actions.ts';
import { governmentBody } from './government-body/actions.ts';
import { machineCredential } from './machine-credential/actions.ts';
import { member } from './member/actions.ts';
import { misuseReport } from './misuse-report/actions.ts';
import { ownerUnit } from './owner-unit/actions.ts';
import { projectCompany } from './project-company/actions.ts';
import { stopOrder } from './stop-order/actions.ts';
import { trademark } from './trademark/actions.ts';
import { trademarkLicense } from './trademark-license/actions.ts';
import { unitAssessment } from './unit-assessment/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [
  ecosystemUnit,
  authorizationAgreement,
  trademark,
  trademarkLicense,
  brandAuthorization,
  stopOrder,
  misuseReport,
  machineCredential,
  member,
  ownerUnit,
  projectCompany,
  governmentBody,
  businessNorm,
  commercialCooperation,
  unitAssessment,
];
