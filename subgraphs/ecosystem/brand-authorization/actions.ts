import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { BrandAuthorizationRow } from '../tables.ts';
import { certificateNumber, certificatePayload, signCertificate } from './certificate.ts';
import { type BrandFacts, brandAuthorizationLifecycle } from './lifecycle.ts';
import {
  type CertificateParts,
  certificateParts,
  openUnitOf,
  readSurroundings,
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
    const { standings, licenses, stopOrders } = await readSurroundings(db, organizations, marks);
    const standingOf = (organizationId: string | null, kind: string) =>
      standings.find((standing) => standing.organizationId === organizationId && standing.kind === kind);
    return subjects.map(({ organizationId, trademarkId }) => {
      const agreement = standingOf(organizationId, 'AUTHORIZATION_AGREEMENT');
      return {
        unitState: standingOf(organizationId, 'ECOSYSTEM_UNIT')?.state ?? null,
        agreement: agreement
          ? {
              state: agreement.state,
              activities: agreement.scope.activities,
              validFrom: '',
              validUntil: agreement.validUntil!,
            }
          : null,
        licenses: licenses.filter((license) => license.trademarkId === trademarkId),
        openStopOrder: (organizationId && stopOrders[organizationId]) || null,
      };
    });
  },
  brings: { consent: () => certificateParts },
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
    consent: async ({ record, brought, runtime, now, today }) => {
      const { number: next, ...parties } = brought as CertificateParts;
      const number = certificateNumber(today.slice(0, 4), String(next));
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
