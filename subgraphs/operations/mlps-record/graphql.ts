import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { MlpsRecordRow } from '../tables-safety.ts';
import { mlpsRecord } from './actions.ts';

/** Assessments of platforms in the API. */
export function addMlpsRecord(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, mlpsRecord, {
    plural: 'mlpsRecords',
    organization,
    reads: { title: ['platformName', 'level'] },
    fields: (t) => ({
      platformId: t.exposeID('platformId', { description: '平台的 id。' }),
      platformName: t.exposeString('platformName', { description: '平台。' }),
      level: t.exposeInt('level', { description: '等级。' }),
      filingNumber: t.exposeString('filingNumber', { description: '等保备案编号。' }),
      agency: t.exposeString('agency', { description: '测评机构。' }),
      assessedOn: t.field({
        type: 'Date',
        description: '测评日期。',
        resolve: (row: MlpsRecordRow) => row.assessedOn,
      }),
      nextOn: t.field({
        type: 'Date',
        description: '下次测评日期。',
        resolve: (row: MlpsRecordRow) => row.nextOn,
      }),
      isCii: t.exposeBoolean('isCii', { description: '属于关键信息基础设施。' }),
      ciiContact: t.exposeString('ciiContact', { nullable: true, description: '保护工作联系人。' }),
    }),
  });
}
