import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { isReviewed, restrictionFault } from '../restriction.ts';
import type { CommercialCooperationRow } from '../tables.ts';
import { commercialCooperationLifecycle } from './lifecycle.ts';
import { hasFollowUp, readPartner } from './store.ts';

/** The register of cooperations; each belongs to the unit that cooperates, which reads its own. */
export const commercialCooperation = noun<CommercialCooperationRow>({
  lifecycle: commercialCooperationLifecycle,
  table: 'ecosystem.commercialCooperation',
  numberPrefix: 'HZ',
  searchColumns: ['name'],
  title: ({ name }) => name,
  effects: {
    record: async (given) => {
      const { tx, input, today } = given;
      const partner = await readPartner(tx, input.ecosystemUnitId);
      if (!partner)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: 'ecosystemUnitId', message: '合作的生态单位：没有这个单位' }],
          }),
        };
      if (partner.unitState !== 'ACTIVE') return { refusal: refuse('UNIT_NOT_APPROVED') };
      if (partner.agreementState !== 'IN_FORCE' || partner.agreementUntil! < today)
        return { refusal: refuse('AGREEMENT_REQUIRED', { articles: [48] }) };
      const terms = (input.restrictiveTerms as string[] | null) ?? [];
      const refusal = restrictionFault(terms, isReviewed(given), given.parameters);
      if (refusal) return { refusal };
      return {
        columns: {
          ...(input as Partial<CommercialCooperationRow>),
          organizationId: partner.organizationId,
          restrictiveTerms: terms,
        },
      };
    },
    recordCheck: async ({ tx, input, record, today }) => {
      const { checkResult, checkNote, followUpNumber } = input;
      if (followUpNumber !== null && !(await hasFollowUp(tx, followUpNumber, record.organizationId)))
        return {
          refusal: refuse('VALIDATION', {
            details: [
              {
                path: 'followUpNumber',
                message: '后续事项的编号：没有这个单位的叫停令或整改，请先建立',
              },
            ],
          }),
        };
      return {
        columns: { checkResult, checkNote, followUpNumber, checkedOn: today },
        details: { checkResult, followUpNumber },
      };
    },
    recordIncome: async ({ input }) => ({
      columns: { incomePeriod: input.incomePeriod, income: input.income },
      details: { incomePeriod: input.incomePeriod, income: input.income },
    }),
  },
});
