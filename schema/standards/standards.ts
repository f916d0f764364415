import { DATA_INTERFACE_STANDARD } from './data-interface-standard.ts';
import { INTERFACE_STANDARD } from './interface-standard.ts';
import { ONBOARDING_STANDARD } from './onboarding-standard.ts';
import type { Standard } from './standard-type.ts';
import { UI_STANDARD } from './ui-standard.ts';

/** Every standard in force (article 19), in the order in which a newcomer reads them. */
export const STANDARDS: readonly Standard[] = [
  ONBOARDING_STANDARD,
  INTERFACE_STANDARD,
  DATA_INTERFACE_STANDARD,
  UI_STANDARD,
];
