import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { CHECK_SUBJECTS } from '../choices.ts';
import type { StandardCheckRow } from '../tables.ts';
import { judgeByStandards, type Verdict } from './judge.ts';
import { standardCheckLifecycle } from './lifecycle.ts';

/** The register of checks; a record keeps what was found and the digest of the content, not the content. */
export const standardCheck = noun<StandardCheckRow>({
  lifecycle: standardCheckLifecycle,
  table: 'apps.standardCheck',
  numberPrefix: 'JC',
  searchColumns: ['name'],
  title: ({ name, subjectKind }) => `${name}（${CHECK_SUBJECTS[subjectKind]}）`,
  prepares: {
    run: async ({ runtime, input }) => judgeByStandards(runtime, input.kind, input.content, input.basis),
  },
  effects: {
    run: async ({ input, prepared }) => {
      const report = prepared as Verdict;
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
          standardVersionIds: report.standardVersionIds,
          standardVersions: report.standardVersions,
          handItems: { list: report.handItems },
        },
      };
    },
  },
});
