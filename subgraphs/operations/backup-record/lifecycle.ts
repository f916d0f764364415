import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { BACKUP_RESULTS } from '../choices-safety.ts';

const madeInThePast: Guard = ({ input, today }) =>
  input && (input.madeOn as string) > today
    ? refuse('VALIDATION', { details: [{ path: 'madeOn', message: '备份日期：不能晚于今天' }] })
    : null;

/** 备份记录: what was backed up, when, where it is kept and how it went (article 69). */
export const backupRecordLifecycle = lifecycle({
  noun: 'BackupRecord',
  label: '备份记录',
  description: '公共数据和平台的备份：范围、大小、存放处和结果。登记之后不能改动。',
  articles: [69],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: { KEPT: { label: '已登记', tone: 'NEUTRAL', final: true } },
  actions: {
    keep: {
      label: '登记备份',
      effect: '备份登记在案；失败的由管理单位和业主单位一并看到。',
      from: null,
      to: 'KEPT',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] }],
      articles: [69],
      duties: ['69.4'],
      fields: {
        madeOn: { kind: 'date', label: '备份日期' },
        scope: { kind: 'text', label: '范围', hint: '哪些平台和数据', max: 500, multiline: true },
        sizeMegabytes: { kind: 'integer', label: '大小', min: 0, max: 2_000_000_000, unit: 'MB' },
        location: { kind: 'text', label: '存放处', hint: '介质和地点，不写口令', max: 200 },
        result: { kind: 'choice', label: '结果', enumName: 'BackupResult', options: BACKUP_RESULTS },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [madeInThePast],
    },
  },
});
