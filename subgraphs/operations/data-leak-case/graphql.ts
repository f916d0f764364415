import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { DataLeakCaseRow } from '../tables-safety.ts';
import { dataLeakCase } from './actions.ts';

/** Leaks of data of units in the API. */
export function addDataLeakCase(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, dataLeakCase, {
    plural: 'dataLeakCases',
    organization,
    reads: { title: ['unitName', 'foundOn'] },
    fields: (t) => ({
      unitId: t.exposeID('unitId', { description: '生态单位的 id。' }),
      unitName: t.exposeString('unitName', { description: '生态单位。' }),
      foundOn: t.field({
        type: 'Date',
        description: '发现日期。',
        resolve: (row: DataLeakCaseRow) => row.foundOn,
      }),
      data: t.exposeString('data', { description: '泄露的数据。' }),
      scale: t.exposeString('scale', { description: '规模和影响。' }),
      finding: t.exposeString('finding', { nullable: true, description: '核实情况。' }),
      demands: t.exposeString('demands', { nullable: true, description: '整改要求。' }),
      rectifyBy: t.field({
        type: 'Date',
        nullable: true,
        description: '整改期限。',
        resolve: (row: DataLeakCaseRow) => row.rectifyBy,
      }),
      remedy: t.exposeString('remedy', { nullable: true, description: '整改情况。' }),
      incidentId: t.exposeID('incidentId', {
        nullable: true,
        description: '核实时登记的安全事件的 id；核实之前为空。',
      }),
      incidentNumber: t.exposeString('incidentNumber', {
        nullable: true,
        description: '核实时登记的安全事件的编号；核实之前为空。',
      }),
    }),
  });
}
