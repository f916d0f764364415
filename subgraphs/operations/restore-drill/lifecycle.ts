import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { BACKUP_RESULTS } from '../choices-safety.ts';

const drilledInThePast: Guard = ({ input, today }) =>
  input && (input.drilledOn as string) > today
    ? refuse('VALIDATION', { details: [{ path: 'drilledOn', message: '演练日期：不能晚于今天' }] })
    : null;

const failureIsExplained: Guard = ({ input }) =>
  input && input.result === 'FAILED' && input.improvement === null
    ? refuse('VALIDATION', {
        details: [{ path: 'improvement', message: '改进措施：演练失败的必填' }],
      })
    : null;

/** 恢复演练: a backup restored for practice; the next one is due after the period (article 69). */
export const restoreDrillLifecycle = lifecycle({
  noun: 'RestoreDrill',
  label: '恢复演练',
  description: '用备份恢复数据的演练：结果和恢复用时；到期未再演练的标为逾期。',
  articles: [69],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    LATEST: { label: '最近一次', tone: 'GOOD' },
    SUPERSEDED: { label: '另有更近的一次', tone: 'NEUTRAL', final: true },
  },
  actions: {
    keep: {
      label: '登记演练',
      effect: '演练登记在案；下一次的期限从演练日期起算。',
      from: null,
      to: 'LATEST',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] }],
      articles: [69],
      duties: ['69.4'],
      fields: {
        drilledOn: { kind: 'date', label: '演练日期' },
        scope: { kind: 'text', label: '范围', hint: '恢复了哪些平台和数据', max: 500, multiline: true },
        result: { kind: 'choice', label: '结果', enumName: 'BackupResult', options: BACKUP_RESULTS },
        recoveryMinutes: { kind: 'integer', label: '恢复用时', min: 0, max: 100_000, unit: '分钟' },
        improvement: {
          kind: 'text',
          label: '改进措施',
          hint: '演练失败的必填',
          max: 2000,
          multiline: true,
          optional: true,
        },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [drilledInThePast, failureIsExplained],
      tells: ['OWNER_UNIT'],
      starts: [
        {
          name: 'drill',
          title: '再做恢复演练',
          articles: [69],
          owedBy: 'OWNER',
          parameter: 'backup.drill_period_months',
          from: ({ drilledOn }) => drilledOn as string,
        },
      ],
    },
    supersede: {
      label: '另有更近的一次',
      effect: '期限改从更近的一次算起。',
      from: ['LATEST'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: [69],
      duties: [],
    },
  },
});
