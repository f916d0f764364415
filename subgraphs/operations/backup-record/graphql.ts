import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { BACKUP_RESULTS } from '../choices-safety.ts';
import type { BackupRecordRow } from '../tables-safety.ts';
import { backupRecord } from './actions.ts';

/** Backups in the API. */
export function addBackupRecord(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, backupRecord, {
    plural: 'backupRecords',
    organization,
    reads: { title: ['madeOn', 'scope'] },
    filters: {
      result: {
        column: 'result',
        description: '只要这一种的。',
        enumName: 'BackupResult',
        options: BACKUP_RESULTS,
      },
    },
    fields: (t) => ({
      madeOn: t.field({
        type: 'Date',
        description: '备份日期。',
        resolve: (row: BackupRecordRow) => row.madeOn,
      }),
      scope: t.exposeString('scope', { description: '范围。' }),
      sizeMegabytes: t.exposeInt('sizeMegabytes', { description: '大小。' }),
      location: t.exposeString('location', { description: '存放处。' }),
      result: t.field({
        type: enumOf(builder, 'BackupResult', BACKUP_RESULTS),
        description: '结果。',
        resolve: (row: BackupRecordRow) => row.result,
      }),
    }),
  });
}
