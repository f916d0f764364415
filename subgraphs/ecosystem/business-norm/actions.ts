import { type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { BusinessNormRow } from '../tables.ts';
import { businessNormLifecycle } from './lifecycle.ts';

/** The register of norms; publishing one supersedes that of its kind in the same transaction. */
export const businessNorm: Noun<BusinessNormRow> = noun<BusinessNormRow>({
  lifecycle: businessNormLifecycle,
  table: 'ecosystem.businessNorm',
  numberPrefix: 'GF',
  searchColumns: ['title'],
  title: ({ title, versionText }) => `${title}（${versionText}）`,
  effects: {
    publish: async ({ record: { kind }, now, alsoEach, settle }) => {
      await alsoEach(businessNorm, { kind }, ['PUBLISHED'], 'supersede');
      // One of a kind is in force at a time: the earlier one makes way first.
      await settle();
      return { columns: { publishedAt: now } };
    },
  },
});
