import { addMonths } from '@zgt/runtime/calendar/work-calendar.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { COMPLIANCE_KINDS } from '../choices-safety.ts';
import type { ComplianceTaskRow } from '../tables-safety.ts';
import { complianceTaskLifecycle } from './lifecycle.ts';
import { mlpsPassed } from './store.ts';

const MONTHS_OF_YEAR = 12;

/** The register of what platforms have to pass; a platform has one task of each kind at most. */
export const complianceTask = noun<ComplianceTaskRow>({
  lifecycle: complianceTaskLifecycle,
  table: 'operations.complianceTask',
  numberPrefix: 'DM',
  searchColumns: ['platformName'],
  title: ({ platformName, kind }) => `${platformName}：${COMPLIANCE_KINDS[kind]}`,
  effects: {
    open: async ({ tx, input, parameters }) => {
      const months = MONTHS_OF_YEAR * numberParameter(parameters, 'compliance.mlps_within_years');
      const level = numberParameter(parameters, 'compliance.mlps_level');
      const passed = input.kind === 'MLPS3' ? await mlpsPassed(tx, input.platformId, level) : null;
      return {
        columns: {
          ...(input as Partial<ComplianceTaskRow>),
          dueOn: addMonths(input.liveOn, months),
          fulfilledBy: passed,
        },
        state: passed === null ? 'DUE' : 'DONE',
      };
    },
  },
});
