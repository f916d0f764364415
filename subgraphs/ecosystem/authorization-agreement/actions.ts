import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { publishAgreement } from '../standing.ts';
import type { AuthorizationAgreementRow } from '../tables.ts';
import { authorizationAgreementLifecycle } from './lifecycle.ts';

/** The register of agreements; every change of one is published, so that scope is judged the same everywhere. */
export const authorizationAgreement = noun<AuthorizationAgreementRow>({
  lifecycle: authorizationAgreementLifecycle,
  table: 'ecosystem.authorizationAgreement',
  numberPrefix: 'XY',
  title: (agreement) => `授权协议 ${agreement.number}`,
  effects: {
    sign: async ({ input }) => ({ columns: input as Partial<AuthorizationAgreementRow> }),
  },
  after: {
    sign: publishAgreement,
    enterIntoForce: publishAgreement,
    suspend: publishAgreement,
    resume: publishAgreement,
    terminate: publishAgreement,
    expire: publishAgreement,
  },
});
