import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { readAgreements } from '../standing.ts';
import type { BrandAuthorizationRow } from '../tables.ts';
import { certificateNumber, certificatePayload, signCertificate } from './certificate.ts';
import { type BrandFacts, brandAuthorizationLifecycle } from './lifecycle.ts';
import {
  certificateParties,
  licensesInForce,
  nextCertificate,
  openStopOrders,
  openUnitOf,
  trademarkExists,
} from './store.ts';

/** The register of brand authorizations; consent numbers and signs the certificate in the same transaction. */
export const brandAuthorization = noun<BrandAuthorizationRow, BrandFacts>({
  lifecycle: brandAuthorizationLifecycle,
  table: 'ecosystem.brandAuthorization',
  numberPrefix: 'PP',
  searchColumns: ['purpose', 'certificateNumber'],
  title: (brand) => brand.purpose.slice(0, 40),
  facts: async (db, brands, viewer, input) => {
    const subjects = brands.map((brand) => ({
      organizationId: brand?.organizationId ?? viewer.organizationId,
      trademarkId: brand?.trademarkId ?? (input?.trademarkId as string | null) ?? null,
    }));
    const organizations = subjects.flatMap(({ organizationId }) => (organizationId ? [organizationId] : []));
    const marks = subjects.flatMap(({ trademarkId }) => (trademarkId ? [trademarkId] : []));
    const units = await readStandings(db, 'ECOSYSTEM_UNIT', organizations);
    const agreements = await readAgreements(db, organizations);
    const licenses = await licensesInForce(db, marks);
    const orders = await openStopOrders(db, organizations);
    return subjects.map(({ organizationId, trademarkId }) => {
      const agreement = organizationId ? agreements.get(organizationId) : undefined;
      return {
        unitState: (organizationId && units.get(organizationId)?.state) || null,
        agreement: agreement
          ? {
              state: agreement.state,
              activities: agreement.scope.activities,
              validFrom: '',
              validUntil: agreement.validUntil!,
            }
          : null,
        licenses: licenses.filter((license) => license.trademarkId === trademarkId),
        openStopOrder: (organizationId && orders.get(organizationId)) || null,
      };
    });
  },
  effects: {
    request: async ({ tx, input, viewer }) => {
      const unit = await openUnitOf(tx, viewer.organizationId!);
      if (!unit) return { refusal: refuse('UNIT_NOT_APPROVED') };
      if (!(await trademarkExists(tx, input.trademarkId)))
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: 'trademarkId', message: '商标：没有这个商标' }],
          }),
        };
      return { columns: { ...(input as Partial<BrandAuthorizationRow>), ecosystemUnitId: unit.id } };
    },
    consent: async ({ tx, record, runtime, now, today }) => {
      const parties = await certificateParties(tx, record.ecosystemUnitId, record.trademarkId);
      const number = certificateNumber(today.slice(0, 4), await nextCertificate(tx));
      const payload = certificatePayload(record, parties, number, now);
      const { signature, keyId } = signCertificate(runtime.keys, payload);
      return {
        columns: {
          consentedAt: now,
          certificateNumber: number,
          certificatePayload: payload,
          certificateSignature: signature,
          certificateKeyId: keyId,
        },
      };
    },
    revoke: async ({ input }) => ({ columns: {}, details: { clause: input.clause ?? null } }),
  },
});
