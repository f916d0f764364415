import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import { incident } from '../incident/actions.ts';
import { readKnown } from '../subjects/store.ts';
import type { DataLeakCaseRow } from '../tables-safety.ts';
import { type DataLeakCaseFacts, dataLeakCaseLifecycle } from './lifecycle.ts';

/** The clause of an agreement by which cooperation may be ended over a leak (article 70). */
const CLAUSE = 'DATA_LEAK_TERMINATION';

/** The register of leaks of units' own data; each belongs to the unit. */
export const dataLeakCase = noun<DataLeakCaseRow, DataLeakCaseFacts>({
  lifecycle: dataLeakCaseLifecycle,
  table: 'operations.dataLeakCase',
  numberPrefix: 'XL',
  searchColumns: ['unitName', 'data'],
  title: ({ unitName, foundOn }) => `${unitName} 数据泄露（${foundOn} 发现）`,
  facts: async (db, records, _viewer, input) => {
    const unitId = (input?.unitId ?? null) as string | null;
    const unit = (await readKnown(db, [unitId])).get(unitId ?? '') ?? null;
    const organizations = records.flatMap((record) => (record ? [record.organizationId] : []));
    const agreements = await readStandings<{ clauses?: string[] }>(
      db,
      'AUTHORIZATION_AGREEMENT',
      organizations,
    );
    return records.map((record) => {
      const agreement = record && agreements.get(record.organizationId);
      return {
        unit,
        mayTerminate: agreement?.state === 'IN_FORCE' && (agreement.scope.clauses ?? []).includes(CLAUSE),
      };
    });
  },
  effects: {
    // Article 61: what is confirmed is an incident of security, graded like every other.
    confirm: async ({ record, input, viewer, create }) => {
      const { id, number } = await create(
        incident,
        'suspect',
        {
          title: `${record.unitName}数据泄露`.slice(0, 80),
          description: `${record.data}\n${record.scale}\n${input.finding}`.slice(0, 4000),
          category: 'SECURITY',
          source: 'PERSON',
          alertGroup: null,
          appId: null,
          affected: record.unitName,
          outageScope: 'NONE',
          damagedData: input.damagedData,
          dataEffect: input.dataEffect ?? 'UNASSESSED',
          threat: input.threat ?? 'NONE',
        },
        viewer.organizationId!,
      );
      return {
        columns: { finding: input.finding as string, incidentId: id, incidentNumber: number },
        details: { incidentNumber: number },
      };
    },
    report: async ({ input: { unitId, ...particulars }, facts }) => {
      const { organizationId, title } = (facts as DataLeakCaseFacts).unit!;
      return {
        columns: { ...(particulars as Partial<DataLeakCaseRow>), unitId, organizationId, unitName: title },
      };
    },
  },
});
