import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { EvidenceRow } from '../tables.ts';
import { evidenceLifecycle } from './lifecycle.ts';

/** The register of evidence; a trigger of its table keeps every row as it was written. */
export const evidence = noun<EvidenceRow>({
  lifecycle: evidenceLifecycle,
  table: 'operations.evidence',
  numberPrefix: 'ZJ',
  title: ({ caseNumber, number }) => `${caseNumber} 的材料 ${number}`,
});
