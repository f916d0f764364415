import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readKnown } from '../subjects/store.ts';
import type { CommercialDataProfileRow } from '../tables-safety.ts';
import { type CommercialDataProfileFacts, commercialDataProfileLifecycle } from './lifecycle.ts';

/** The register of what commercial data units have and how they protect them, one record for each. */
export const commercialDataProfile = noun<CommercialDataProfileRow, CommercialDataProfileFacts>({
  lifecycle: commercialDataProfileLifecycle,
  table: 'operations.commercialDataProfile',
  numberPrefix: 'SQ',
  searchColumns: ['unitName'],
  title: ({ unitName }) => `商业数据保护：${unitName}`,
  facts: async (db, records, _viewer, input) => {
    const unitId = (input?.unitId ?? null) as string | null;
    const unit = (await readKnown(db, [unitId])).get(unitId ?? '') ?? null;
    return records.map(() => ({ unit }));
  },
  effects: {
    request: async ({ input, facts }) => {
      const { organizationId, title } = (facts as CommercialDataProfileFacts).unit!;
      return { columns: { organizationId, unitName: title, dueOn: input.dueOn as string } };
    },
    register: async ({ input, viewer }) => ({
      columns: { ...(input as Partial<CommercialDataProfileRow>), unitName: viewer.organizationName! },
    }),
  },
});
