import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { RESTRICTIVE_TERMS } from '../choices.ts';
import type { CommercialCooperationRow } from '../tables.ts';
import { commercialCooperationLifecycle } from './lifecycle.ts';
import { hasFollowUp, readPartner } from './store.ts';

/**
 * Articles 46 and 53: terms that shut others out are not recorded; by parameter one may be, where a legal review shows
 * that it is justified.
 */
function restrictionFault({ input, parameters, documents }: Given): Refusal | null {
  const terms = (input.restrictiveTerms as (keyof typeof RESTRICTIVE_TERMS)[] | null) ?? [];
  if (terms.length === 0) return null;
  const reviewed = documents.some(({ kind }) => kind === 'LEGAL_REVIEW');
  if (parameters['fair.exclusive_exception_allowed'] === true && reviewed) return null;
  return refuse('EXCLUSIVE_TERM_FORBIDDEN', {
    details: [
      {
        path: 'restrictiveTerms',
        message: `限制性条款：不得约定${terms.map((term) => RESTRICTIVE_TERMS[term]).join('、')}`,
      },
    ],
  });
}

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
      const refusal = restrictionFault(given);
      if (refusal) return { refusal };
      return {
        columns: {
          ...(input as Partial<CommercialCooperationRow>),
          organizationId: partner.organizationId,
          restrictiveTerms: (input.restrictiveTerms as string[] | null) ?? [],
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
