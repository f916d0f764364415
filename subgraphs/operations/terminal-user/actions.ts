import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { TerminalUserRow } from '../tables-conduct.ts';
import { terminalUserLifecycle } from './lifecycle.ts';

/** The register of users that something was done about; each belongs to the project company. */
export const terminalUser = noun<TerminalUserRow>({
  lifecycle: terminalUserLifecycle,
  table: 'operations.terminalUser',
  numberPrefix: 'ZH',
  searchColumns: ['reference'],
  title: ({ reference }) => reference,
});
