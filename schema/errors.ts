import { ACCESS_REFUSALS } from './refusals/access.ts';
import { APP_REFUSALS } from './refusals/apps.ts';
import { DATA_REFUSALS } from './refusals/data.ts';
import { ECOSYSTEM_REFUSALS } from './refusals/ecosystem.ts';
import { GENERAL_REFUSALS } from './refusals/general.ts';
import { OPERATION_REFUSALS } from './refusals/operations.ts';
import type { RefusalText } from './refusals/refusal-text.ts';

/** Every code with which the system may refuse; a refusal without an entry here does not compile. */
export const REFUSALS = {
  ...GENERAL_REFUSALS,
  ...ACCESS_REFUSALS,
  ...ECOSYSTEM_REFUSALS,
  ...APP_REFUSALS,
  ...DATA_REFUSALS,
  ...OPERATION_REFUSALS,
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof REFUSALS;
