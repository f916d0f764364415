import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { OPERATION_METRICS } from '../choices-assessments.ts';

export interface OperationMetricFacts {
  /** True when the month has a value of that name already. */
  isReported: boolean;
}

type MetricGuard = Guard<OperationMetricFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** A month is counted when it is over. */
const monthIsOver: Guard = ({ input, today }) => {
  if (!input) return null;
  const month = input.month as string;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return invalid('month', '月份：应写成 2026-10 这样');
  return month < today.slice(0, 7) ? null : invalid('month', `月份：${month} 还没有过完，过完再上报`);
};

const monthIsFree: MetricGuard = ({ facts: { isReported }, input }) =>
  input && isReported
    ? refuse('DUPLICATE_PERIOD', {
        message: '这个月的这项指标已经有了，没有重复上报。',
        articles: [42],
        remedy: '数值有误的，请打开已有的那一条更正，并写明理由；原来的数值会保留。',
      })
    : null;

const isShare: Guard = ({ record, input }) =>
  input && (record?.name ?? input.name) === 'RETENTION' && (input.value as number) > 1000
    ? invalid('value', '数值：留存率按千分之几填写，最多 1000')
    : null;

const changesIt: Guard = ({ record, input }) =>
  input && input.value === record!.value ? invalid('value', '数值：与现在的相同，没有更正') : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const value = {
  kind: 'integer',
  label: '数值',
  hint: '按指标名称后面的单位填写整数',
  min: 0,
  max: 2_147_483_647,
} as const;

/** 运营指标: a value a month, counted by the system or told by the company; a correction keeps what stood before (articles 24, 42 and 44). */
export const operationMetricLifecycle = lifecycle({
  noun: 'OperationMetric',
  label: '运营指标',
  description:
    '按月采集的运营指标：在架应用由系统采集，用户和内容由项目公司上报；更正须有理由，原来的数值、更正的人和时间保留。',
  articles: [24, 42, 44],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    REPORTED: { label: '已上报', tone: 'GOOD' },
    CORRECTED: { label: '已更正', tone: 'WARNING' },
  },
  actions: {
    report: {
      label: '上报',
      effect: '计入当月的指标，用于年度考核和监管总览。',
      from: null,
      to: 'REPORTED',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] }],
      articles: [42],
      duties: ['42.3', '44.1', '24'],
      fields: {
        month: { kind: 'text', label: '月份', hint: '例如 2026-10', max: 7 },
        name: { kind: 'choice', label: '指标', enumName: 'OperationMetricName', options: OPERATION_METRICS },
        value,
      },
      guards: [monthIsOver, monthIsFree, isShare],
    },
    collect: {
      label: '采集',
      effect: '由系统在月初采集。',
      from: null,
      to: 'REPORTED',
      by: [{ party: 'SYSTEM' }],
      articles: [24, 42],
      duties: ['42.3', '24'],
    },
    correct: {
      label: '更正',
      effect: '当月以新的数值为准，原来的数值和理由保留；管理单位收到通知。',
      from: ['REPORTED', 'CORRECTED'],
      to: 'CORRECTED',
      by: [company],
      articles: [42],
      duties: ['42.3'],
      fields: { value },
      reason: 'REQUIRED',
      guards: [isShare, changesIt],
      tells: ['MANAGEMENT_UNIT'],
    },
  },
});
