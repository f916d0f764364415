import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { PolicyDocumentRow } from '../tables-coordination.ts';
import { policyDocumentLifecycle } from './lifecycle.ts';

/** The register of policies; each belongs to the body that issued it. */
export const policyDocument = noun<PolicyDocumentRow>({
  lifecycle: policyDocumentLifecycle,
  table: 'operations.policyDocument',
  numberPrefix: 'ZW',
  searchColumns: ['heading'],
  title: ({ heading }) => heading,
});
