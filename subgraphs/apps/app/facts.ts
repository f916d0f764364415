import type { AccessMode, CheckSubject, ServiceClass } from '../choices.ts';
import type { SafetyFact } from './safety.ts';

/** What the records about an app are judged by, whoever may see it. */
export interface AppFacts {
  id: string;
  organizationId: string;
  state: string;
  name: string;
  serviceClass: ServiceClass;
  accessMode: AccessMode;
  industryCategory: string | null;
  domains: string[] | null;
  contentCategories: string[] | null;
  hasOpsProfile: boolean;
  listedVersionId: string | null;
  /** Whether a version of it has passed the company's test and was not changed since. */
  isTested: boolean;
  /** Categories of base capabilities that were granted for this app. */
  boundCategories: string[];
  /** Personal data fields that its newest configured version declares, each as `field：purpose`. */
  fieldPurposes: string[];
  /** What the registers of safety publish about it. */
  safety: SafetyFact[];
}

/** What requests for a capability are judged by, whoever may see it. */
export interface CapabilityFacts {
  id: string;
  state: string;
  code: string;
  dailyQuota: number;
  returnedFields: readonly string[];
}

/** What a version is judged by of the check that it names (articles 19 and 37). */
export interface CheckFacts {
  id: string;
  organizationId: string;
  state: string;
  subjectKind: CheckSubject;
  /** The versions that it was judged by and that are no longer in force, by name. */
  outdated: string[];
  /** The mandatory check items that no program judges. */
  mandatoryItems: string[];
  /** All of the items that no program judges. */
  handItems: string[];
}
