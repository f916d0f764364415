import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import {
  CHECK_OUTCOMES,
  DATA_OPERATION_INDICATORS,
  DATA_OPERATORS,
  JOINT_DEPARTMENTS,
} from '../choices-supervision.ts';
import type { DataOperationInspectionRow, JointFinding } from '../tables.ts';
import { dataOperationInspection } from './actions.ts';

/** Joint inspections of the operation of data in the API. */
export function addDataOperationInspection(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const department = enumOf(builder, 'JointDepartment', JOINT_DEPARTMENTS);
  const finding = builder.objectRef<JointFinding>('JointFinding').implement({
    description: '联合检查中一个部门发现的情况。',
    fields: (t) => ({
      department: t.field({ type: department, resolve: (one) => one.department as never }),
      departmentLabel: t.string({
        resolve: (one) => JOINT_DEPARTMENTS[one.department as keyof typeof JOINT_DEPARTMENTS],
      }),
      finding: t.exposeString('finding'),
      at: t.field({ type: 'DateTime', resolve: (one) => new Date(one.at) }),
    }),
  });
  return addNoun(builder, shared, dataOperationInspection, {
    plural: 'dataOperationInspections',
    organization,
    reads: { title: ['jointDepartments'] },
    fields: (t) => ({
      subjects: t.field({
        type: [enumOf(builder, 'DataOperator', DATA_OPERATORS)],
        description: '检查对象。',
        resolve: (row: DataOperationInspectionRow) => row.subjects,
      }),
      jointDepartments: t.field({
        type: [department],
        description: '会同的部门。',
        resolve: (row: DataOperationInspectionRow) => row.jointDepartments,
      }),
      indicators: t.field({
        type: [enumOf(builder, 'DataOperationIndicator', DATA_OPERATION_INDICATORS)],
        description: '检查内容。',
        resolve: (row: DataOperationInspectionRow) => row.indicators,
      }),
      plannedOn: t.field({
        type: 'Date',
        nullable: true,
        description: '拟检查的日期。',
        resolve: (row: DataOperationInspectionRow) => row.plannedOn,
      }),
      findings: t.field({
        type: [finding],
        description: '各部门发现的情况，自早至晚。',
        resolve: (row: DataOperationInspectionRow) => row.findings.list,
      }),
      outcome: t.field({
        type: enumOf(builder, 'CheckOutcome', CHECK_OUTCOMES),
        nullable: true,
        description: '结论；通报之后才有。',
        resolve: (row: DataOperationInspectionRow) => row.outcome,
      }),
      summary: t.exposeString('summary', { nullable: true, description: '检查结果；通报之后才有。' }),
    }),
  });
}
