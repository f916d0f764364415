import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { publishStanding } from '@zgt/runtime/organizations.ts';
import { safetyAgreementStanding } from '@zgt/runtime/safety-standing.ts';
import { readSingletons } from '../subjects/store.ts';
import type { SafetyAgreementRow } from '../tables-safety.ts';
import { type SafetyAgreementFacts, safetyAgreementLifecycle } from './lifecycle.ts';

/** Platforms go live by it (article 65). */
function publish(given: Given<SafetyAgreementRow>): void {
  const { id, organizationId, state, validUntil } = given.record;
  publishStanding(given, organizationId, safetyAgreementStanding(id), { state, scope: {}, validUntil });
}

/** The register of safety agreements; each belongs to the owner unit. */
export const safetyAgreement = noun<SafetyAgreementRow, SafetyAgreementFacts>({
  lifecycle: safetyAgreementLifecycle,
  table: 'operations.safetyAgreement',
  numberPrefix: 'AX',
  searchColumns: ['requirementReference'],
  title: ({ signedOn, validUntil }) => `安全管理协议 ${signedOn} 至 ${validUntil}`,
  facts: async (db, records, _viewer, input) => {
    const ownerUnitId = input?.counterparty ? ((await readSingletons(db)).get('OWNER_UNIT') ?? null) : null;
    return records.map(() => ({ ownerUnitId }));
  },
  effects: {
    sign: async ({ input: { counterparty: _, ...particulars }, facts }) => ({
      columns: {
        ...(particulars as Partial<SafetyAgreementRow>),
        organizationId: (facts as SafetyAgreementFacts).ownerUnitId!,
      },
    }),
    check: async ({ input, now }) => ({
      columns: { ...(input as Partial<SafetyAgreementRow>), checkedAt: now },
      details: { clause: input.checkedClause, finding: input.checkFinding },
    }),
  },
  after: { sign: publish, terminate: publish, expire: publish },
});
