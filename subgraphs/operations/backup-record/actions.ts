import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { BackupRecordRow } from '../tables-safety.ts';
import { backupRecordLifecycle } from './lifecycle.ts';

/** The register of backups. */
export const backupRecord = noun<BackupRecordRow>({
  lifecycle: backupRecordLifecycle,
  table: 'operations.backupRecord',
  numberPrefix: 'BF',
  searchColumns: ['scope'],
  title: ({ madeOn, scope }) => `${madeOn} 备份：${scope.slice(0, 30)}`,
});
