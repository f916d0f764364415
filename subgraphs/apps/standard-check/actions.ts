import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { CHECK_SUBJECTS } from '../choices.ts';
import type { ConformanceReport } from '../conformance/finding.ts';
import { checkConformance } from '../conformance/thread.ts';
import type { StandardCheckRow } from '../tables.ts';
import { standardCheckLifecycle } from './lifecycle.ts';

/** The register of checks; a record keeps what was found and the digest of the content, not the content. */
export const standardCheck = noun<StandardCheckRow>({
  lifecycle: standardCheckLifecycle,
  table: 'apps.standardCheck',
  numberPrefix: 'JC',
  searchColumns: ['name'],
  title: ({ name, subjectKind }) => `${name}（${CHECK_SUBJECTS[subjectKind]}）`,
  prepares: {
    run: async ({ input }) => checkConformance(input.kind, input.content),
  },
  effects: {
    run: async ({ input, prepared }) => {
      const report = prepared as ConformanceReport;
      return {
        state: report.passed ? 'PASSED' : 'FAILED',
        columns: {
          subjectKind: input.kind,
          name: input.name,
          digest: sha256Hex(input.content),
          rulesVersion: report.rulesVersion,
          mustCount: report.mustCount,
          shouldCount: report.shouldCount,
          findings: { list: report.findings },
        },
      };
    },
  },
});
