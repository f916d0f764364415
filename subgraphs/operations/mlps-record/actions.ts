import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter, readParameters } from '@zgt/runtime/parameters.ts';
import { readKnown } from '../subjects/store.ts';
import type { MlpsRecordRow } from '../tables-safety.ts';
import { type MlpsRecordFacts, mlpsRecordLifecycle } from './lifecycle.ts';

/** The register of assessments of platforms. */
export const mlpsRecord = noun<MlpsRecordRow, MlpsRecordFacts>({
  lifecycle: mlpsRecordLifecycle,
  table: 'operations.mlpsRecord',
  numberPrefix: 'DB',
  searchColumns: ['platformName', 'filingNumber'],
  title: ({ platformName, level }) => `${platformName}：等保 ${level} 级`,
  facts: async (db, records, _viewer, input, parameters) => {
    if (!input) return records.map(() => ({ platform: null, leastLevel: 0 }));
    const values = await (parameters ?? (() => readParameters(db)))();
    const platform = (await readKnown(db, [input.platformId])).get(input.platformId) ?? null;
    const leastLevel =
      values['compliance.mlps_enabled'] === true ? numberParameter(values, 'compliance.mlps_level') : 0;
    return records.map(() => ({ platform, leastLevel }));
  },
  effects: {
    keep: async ({ input, facts }) => ({
      columns: {
        ...(input as Partial<MlpsRecordRow>),
        isCii: input.isCii === true,
        platformName: (facts as MlpsRecordFacts).platform!.title,
      },
    }),
    reassess: async ({ input }) => ({
      columns: { ...(input as Partial<MlpsRecordRow>), isCii: input.isCii === true },
    }),
  },
});
