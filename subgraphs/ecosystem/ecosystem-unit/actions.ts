import { encryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { PARTY_ROLES } from '@zgt/schema/parties.ts';
import { authorizationAgreement } from '../authorization-agreement/actions.ts';
import { brandAuthorization } from '../brand-authorization/actions.ts';
import { referencesFault } from '../business-norm/references.ts';
import { type KnownNorm, normsBearingOn } from '../business-norm/store.ts';
import { machineCredential } from '../machine-credential/actions.ts';
import { member } from '../member/actions.ts';
import { usernameOf } from '../member/store.ts';
import { setOrganizationStatus } from '../organization/store.ts';
import { isReviewed, restrictionFault } from '../restriction.ts';
import { publishUnit } from '../standing.ts';
import type { EcosystemUnitRow } from '../tables.ts';
import { lastGrade } from '../unit-assessment/store.ts';
import { ecosystemUnitLifecycle, type UnitFacts } from './lifecycle.ts';
import { foundOrganization, openObligations, renameOrganization } from './store.ts';

type UnitGiven = Given<EcosystemUnitRow>;

function particulars({ input, runtime }: UnitGiven, organizationId: string): Partial<EcosystemUnitRow> {
  const { contactPhone, ...plain } = input;
  return {
    ...(plain as Partial<EcosystemUnitRow>),
    organizationId,
    contactPhoneCipher: encryptField(runtime.keys, contactPhone as string, `contactPhone:${organizationId}`),
  };
}

function moveAgreements({ alsoEach, record }: UnitGiven, states: readonly string[], action: string) {
  return alsoEach(authorizationAgreement, { ecosystemUnitId: record.id }, states, action);
}

function moveBrands({ alsoEach, record }: UnitGiven, states: readonly string[], action: string) {
  return alsoEach(brandAuthorization, { ecosystemUnitId: record.id }, states, action);
}

/** The register of ecosystem units, with what follows for agreements and brand authorizations in the same transaction. */
export const ecosystemUnit = noun<EcosystemUnitRow, UnitFacts>({
  lifecycle: ecosystemUnitLifecycle,
  table: 'ecosystem.ecosystemUnit',
  numberPrefix: 'DW',
  searchColumns: ['name', 'unifiedSocialCreditCode'],
  title: (unit) => unit.name,
  facts: async (db, units, _viewer, input) => {
    const leaving = units.flatMap((unit) => (unit?.state === 'EXITING' ? [unit.id] : []));
    const open = await openObligations(db, leaving);
    const [judged] = input?.exitGround === 'ASSESSMENT' ? units : [];
    const grade = judged ? await lastGrade(db, judged.organizationId) : null;
    return units.map((unit) => ({ openObligations: (unit && open.get(unit.id)) ?? [], grade }));
  },
  brings: { authorize: ({ input }) => normsBearingOn((input.normNumbers as string[] | null) ?? []) },
  effects: {
    draft: async (given) => {
      const { viewer, input, tx, now } = given;
      if (viewer.accountId === null) return { refusal: refuse('UNAUTHENTICATED') };
      const organizationId =
        viewer.organizationId ??
        (await foundOrganization(tx, input.name, input.unifiedSocialCreditCode, now));
      return { columns: particulars(given, organizationId) };
    },
    amend: async (given) => ({ columns: particulars(given, given.record.organizationId) }),
    authorize: async (given) => {
      const { input, brought, parameters } = given;
      const terms = (input.restrictiveTerms as string[] | null) ?? [];
      const restricts = restrictionFault(terms, isReviewed(given), parameters);
      if (restricts) return { refusal: restricts };
      const refusal = referencesFault(
        (input.normNumbers as string[] | null) ?? [],
        brought as KnownNorm[],
        parameters['agreement.norm_required'] as 'WARN' | 'BLOCK',
      );
      return refusal ? { refusal } : { columns: {} };
    },
    suspend: async ({ input }) => ({ columns: {}, details: { clause: input.clause } }),
    terminate: async ({ input }) => ({ columns: {}, details: { clause: input.clause ?? null } }),
  },
  after: {
    draft: async (given) => {
      const { record, tx, viewer, create } = given;
      renameOrganization(given);
      if (viewer.organizationId !== null) return;
      const username = await usernameOf(tx, viewer.accountId!);
      const founder = { accountId: viewer.accountId, username, roles: [...PARTY_ROLES.ECOSYSTEM_UNIT] };
      await create(member, 'join', founder, record.organizationId);
    },
    amend: renameOrganization,
    authorize: async (given) => {
      const { input, record, viewer, create } = given;
      await create(
        authorizationAgreement,
        'sign',
        {
          ecosystemUnitId: record.id,
          authorizerId: viewer.organizationId,
          workScopes: input.agreementWorkScopes,
          activities: input.activities,
          capabilityCodes: input.capabilityCodes,
          industryCategories: input.industryCategories,
          clauses: input.clauses,
          normNumbers: input.normNumbers,
          restrictiveTerms: (input.restrictiveTerms as string[] | null)?.length
            ? input.restrictiveTerms
            : null,
          validFrom: input.validFrom,
          validUntil: input.validUntil,
        },
        record.organizationId,
      );
    },
    approve: async (given) => {
      setOrganizationStatus(given, given.record.organizationId, 'ACTIVE');
      publishUnit(given);
      await moveAgreements(given, ['SIGNED'], 'enterIntoForce');
    },
    reject: (given) => moveAgreements(given, ['SIGNED'], 'terminate'),
    suspend: async (given) => {
      publishUnit(given);
      await moveAgreements(given, ['IN_FORCE'], 'suspend');
      await moveBrands(given, ['EFFECTIVE'], 'suspend');
    },
    resume: async (given) => {
      publishUnit(given);
      await moveAgreements(given, ['SUSPENDED'], 'resume');
    },
    startExit: publishUnit,
    completeExit: async (given) => {
      publishUnit(given);
      setOrganizationStatus(given, given.record.organizationId, 'ENDED');
      await moveAgreements(given, ['IN_FORCE', 'SUSPENDED'], 'terminate');
    },
    terminate: async (given) => {
      publishUnit(given);
      setOrganizationStatus(given, given.record.organizationId, 'ENDED');
      await moveAgreements(given, ['IN_FORCE', 'SUSPENDED'], 'terminate');
      await moveBrands(given, ['EFFECTIVE', 'SUSPENDED'], 'revoke');
      await moveBrands(given, ['REQUESTED', 'PENDING_CONSENT'], 'lapse');
      const { organizationId } = given.record;
      await given.alsoEach(machineCredential, { organizationId }, ['ACTIVE'], 'revoke');
    },
  },
});
