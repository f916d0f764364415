import { type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { JOINT_DEPARTMENTS } from '../choices-supervision.ts';
import { rectification } from '../rectification/actions.ts';
import { readSingletons } from '../subjects/store.ts';
import type { DataOperationInspectionRow } from '../tables.ts';
import { dataOperationInspectionLifecycle } from './lifecycle.ts';
import { remindsOfNext } from './store.ts';

/** The register of joint inspections; findings with defects order each subject to mend in the same transaction. */
export const dataOperationInspection: Noun<DataOperationInspectionRow> = noun<DataOperationInspectionRow>({
  lifecycle: dataOperationInspectionLifecycle,
  table: 'operations.dataOperationInspection',
  numberPrefix: 'LJ',
  title: ({ jointDepartments }) =>
    `会同${jointDepartments.map((one) => JOINT_DEPARTMENTS[one as keyof typeof JOINT_DEPARTMENTS]).join('、')}的检查`,
  effects: {
    plan: async ({ input, parameters }) => {
      const wanted = input.indicators as string[];
      if (wanted.includes('RESULT') && parameters['inspection.result_indicator'] !== true)
        return {
          refusal: refuse('VALIDATION', {
            articles: [30],
            details: [{ path: 'indicators', message: '检查内容：现行参数没有把成效列入检查' }],
          }),
        };
      return {
        columns: { ...(input as Partial<DataOperationInspectionRow>), findings: { list: [] } },
      };
    },
    addFinding: async ({ record, input, now }) => {
      const { department, finding } = input;
      if (!record.jointDepartments.includes(department))
        return {
          refusal: refuse('VALIDATION', {
            articles: [30],
            details: [{ path: 'department', message: '由哪个部门提出：这个部门没有参加这次检查' }],
          }),
        };
      const added = { department, finding, at: now.toISOString() };
      return { columns: { findings: { list: [...record.findings.list, added] } }, details: { department } };
    },
    issueFindings: async ({ input }) => ({
      columns: { outcome: input.outcome as string, summary: input.summary as string },
    }),
    close: async ({ tx, record, also }) => {
      const earlier = await remindsOfNext(tx, record.id);
      if (earlier) await also(dataOperationInspection, earlier, 'supersede');
      return { columns: {} };
    },
  },
  after: {
    issueFindings: async ({ record, input, tx, create }) => {
      if (record.outcome !== 'DEFECTIVE') return;
      const holders = await readSingletons(tx);
      for (const subject of record.subjects) {
        const organizationId = holders.get(subject);
        if (!organizationId) continue;
        await create(
          rectification,
          'open',
          {
            kind: 'DATA_OPERATION',
            cause: input.cause,
            issuedBy: 'MANAGEMENT_UNIT',
            findings: record.summary,
            demands: input.demands,
            dueOn: input.rectifyBy,
            sourceNoun: 'DataOperationInspection',
            sourceId: record.id,
            sourceNumber: record.number,
          },
          organizationId,
        );
      }
    },
  },
});
