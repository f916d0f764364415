import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readParameters } from '@zgt/runtime/parameters.ts';
import { SAFETY_CHECK_KINDS } from '../choices-safety.ts';
import type { SafetyCheckRow } from '../tables-safety.ts';
import { type SafetyCheckFacts, safetyCheckLifecycle } from './lifecycle.ts';

/** The register of safety checks and technical reviews of the project company. */
export const safetyCheck = noun<SafetyCheckRow, SafetyCheckFacts>({
  lifecycle: safetyCheckLifecycle,
  table: 'operations.safetyCheck',
  numberPrefix: 'AJ',
  searchColumns: ['periodKey'],
  title: ({ kind, periodKey }) =>
    `${SAFETY_CHECK_KINDS[kind as keyof typeof SAFETY_CHECK_KINDS]} ${periodKey}`,
  facts: async (db, records, _viewer, _input, parameters) => {
    const values = await (parameters ?? (() => readParameters(db)))();
    return records.map(() => ({ patrolsData: values['data.security_patrol'] === true }));
  },
});
