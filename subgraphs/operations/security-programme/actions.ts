import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { SECURITY_DOMAINS } from '../choices-safety.ts';
import type { SecurityProgrammeRow } from '../tables-safety.ts';
import { securityProgrammeLifecycle } from './lifecycle.ts';

/** The register of what is done for security, by domain. */
export const securityProgramme = noun<SecurityProgrammeRow>({
  lifecycle: securityProgrammeLifecycle,
  table: 'operations.securityProgramme',
  numberPrefix: 'AC',
  searchColumns: ['measures'],
  title: ({ domain }) => `${SECURITY_DOMAINS[domain as keyof typeof SECURITY_DOMAINS]}安全措施`,
});
