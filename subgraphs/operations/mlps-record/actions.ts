import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter, readParameters } from '@zgt/runtime/parameters.ts';
import { complianceTask } from '../compliance-task/actions.ts';
import { readKnown } from '../subjects/store.ts';
import type { MlpsRecordRow } from '../tables-safety.ts';
import { type MlpsRecordFacts, mlpsRecordLifecycle } from './lifecycle.ts';

/** Article 23, duty 23.4: an assessment of the level asked for is what the platform's task waits for. */
async function fulfilTask({ record, parameters, alsoEach }: Given<MlpsRecordRow>): Promise<void> {
  const { platformId, level, number } = record;
  if (level < numberParameter(parameters, 'compliance.mlps_level')) return;
  await alsoEach(complianceTask, { platformId, kind: 'MLPS3' }, ['DUE'], 'fulfil', { fulfilledBy: number });
}

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
  after: { keep: fulfilTask, reassess: fulfilTask },
});
