import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { SECURITY_DOMAINS } from '../choices-safety.ts';
import { securityOf } from '../ops-asset/store.ts';
import { readSingletons } from '../subjects/store.ts';
import type { HiddenDangerRow } from '../tables-safety.ts';
import { type HiddenDangerFacts, hiddenDangerLifecycle } from './lifecycle.ts';

/** The register of hidden dangers; each belongs to the organisation that has to remove it. */
export const hiddenDanger = noun<HiddenDangerRow, HiddenDangerFacts>({
  lifecycle: hiddenDangerLifecycle,
  table: 'operations.hiddenDanger',
  numberPrefix: 'YH',
  searchColumns: ['description'],
  title: ({ domain, description }) =>
    `${SECURITY_DOMAINS[domain as keyof typeof SECURITY_DOMAINS]}隐患：${description.slice(0, 30)}`,
  facts: async (db, records, _viewer, input) => {
    const bearerId = input?.bearer ? ((await readSingletons(db)).get(input.bearer) ?? null) : null;
    const assetSecurity = await securityOf(db, (input?.assetId ?? null) as string | null);
    return records.map(() => ({ bearerId, assetSecurity }));
  },
  effects: {
    report: async ({ input, facts }) => ({
      columns: {
        ...(input as Partial<HiddenDangerRow>),
        organizationId: (facts as HiddenDangerFacts).bearerId!,
      },
    }),
  },
});
