import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { isReviewed, restrictionFault } from '../restriction.ts';
import type { BusinessNormRow } from '../tables.ts';
import { businessNormLifecycle } from './lifecycle.ts';

/** Articles 46 and 53: a norm lays down nothing that shuts others out. */
async function drawnUp(given: Given<BusinessNormRow>) {
  const { input, parameters } = given;
  const terms = (input.restrictiveTerms as string[] | null) ?? [];
  const refusal = restrictionFault(terms, isReviewed(given), parameters);
  return refusal
    ? { refusal }
    : {
        columns: {
          ...(input as Partial<BusinessNormRow>),
          restrictiveTerms: terms.length > 0 ? terms : null,
        },
      };
}

/** The register of norms; publishing one supersedes that of its kind in the same transaction. */
export const businessNorm: Noun<BusinessNormRow> = noun<BusinessNormRow>({
  lifecycle: businessNormLifecycle,
  table: 'ecosystem.businessNorm',
  numberPrefix: 'GF',
  searchColumns: ['title'],
  title: ({ title, versionText }) => `${title}（${versionText}）`,
  effects: {
    draft: drawnUp,
    amend: drawnUp,
    publish: async (given) => {
      const { record, now, parameters, alsoEach, settle } = given;
      const { kind } = record;
      const refusal = restrictionFault(record.restrictiveTerms ?? [], isReviewed(given), parameters);
      if (refusal) return { refusal };
      await alsoEach(businessNorm, { kind }, ['PUBLISHED'], 'supersede');
      // One of a kind is in force at a time: the earlier one makes way first.
      await settle();
      return { columns: { publishedAt: now } };
    },
  },
});
