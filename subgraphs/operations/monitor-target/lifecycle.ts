import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { OUTAGE_SCOPES } from '@zgt/schema/measure/incident-levels.ts';
import { PROBE_KINDS } from '../choices-incidents.ts';
import type { KnownRecord } from '../incident/guards.ts';
import type { MonitorTargetRow } from '../tables-incidents.ts';
import { addressFault } from './address.ts';

export interface MonitorFacts {
  app: KnownRecord | null;
  platform: KnownRecord | null;
  /** How many other targets in use watch the same app. */
  others: number;
}

type MonitorGuard = Guard<MonitorFacts>;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'], own: true } as const;
const system = { party: 'SYSTEM' } as const;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });
const targetOf = (record: Row | null): MonitorTargetRow => record as MonitorTargetRow;

const particulars = {
  name: { kind: 'text', label: '名称', max: 80 },
  probe: { kind: 'choice', label: '检查方式', enumName: 'ProbeKind', options: PROBE_KINDS },
  address: {
    kind: 'text',
    label: '地址',
    hint: 'HTTP 填网址，例如 https://www.gx.gov.cn/；TCP 和证书填“主机:端口”；人工巡检不填',
    max: 500,
    optional: true,
  },
  intervalSeconds: {
    kind: 'integer',
    label: '间隔',
    hint: '人工巡检也要填，逾期不提醒',
    min: 30,
    max: 86_400,
    unit: '秒',
  },
  timeoutSeconds: { kind: 'integer', label: '超时', min: 1, max: 60, unit: '秒' },
  warnDays: {
    kind: 'integer',
    label: '证书提前告警',
    hint: '证书到期之前多少天起算作异常；不是证书检查的填 0',
    min: 0,
    max: 365,
    unit: '天',
  },
  outageScope: {
    kind: 'choice',
    label: '它中断意味着什么',
    hint: '用来计算事件等级',
    enumName: 'OutageScope',
    options: OUTAGE_SCOPES,
  },
} as const satisfies Fields;

const isWellFormed: MonitorGuard = ({ input, facts: { app, platform } }) => {
  if (!input) return null;
  const fault = addressFault(input.probe as MonitorTargetRow['probe'], input.address as string | null);
  if (fault) return invalid('address', `地址：${fault}`);
  if (input.appId && app?.noun !== 'App') return invalid('appId', '应用：没有这个应用');
  if (input.platformId && platform?.noun !== 'SystemPlatform')
    return invalid('platformId', '系统平台：没有这个平台');
  if (input.outageScope === 'NONE')
    return invalid('outageScope', '它中断意味着什么：受监测的中断总有影响，请另选一项');
  return null;
};

const LISTED: readonly string[] = ['LISTED', 'DELISTING'];

/** Article 60: an app on offer is watched by at least one target. */
const anotherWatches: MonitorGuard = ({ facts: { app, others } }) =>
  app && LISTED.includes(app.state) && others === 0 ? refuse('MONITOR_REQUIRED') : null;

const isManual: MonitorGuard = ({ record }) =>
  targetOf(record).probe === 'MANUAL'
    ? null
    : refuse('ILLEGAL_TRANSITION', {
        message: '这个目标由系统检查。',
        articles: [60],
        remedy: '人工巡检登记在检查方式为人工的目标上。',
      });

/** 监测目标: what is watched, how and how often, so that faults are found before users report them (article 60). */
export const monitorTargetLifecycle = lifecycle({
  noun: 'MonitorTarget',
  label: '监测目标',
  description: '受监测的应用和平台：按间隔检查，连续失败生成疑似事件，恢复时结束中断。在架应用至少有一个。',
  articles: [60],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT'],
  states: {
    ACTIVE: { label: '监测中', tone: 'GOOD' },
    PAUSED: { label: '暂停', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    RETIRED: { label: '已移除', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '添加监测目标',
      effect: '立即开始按间隔检查。',
      from: null,
      to: 'ACTIVE',
      by: [company],
      articles: [60],
      duties: ['60.1'],
      fields: {
        ...particulars,
        appId: { kind: 'reference', label: '应用', of: 'apps', optional: true },
        platformId: { kind: 'reference', label: '系统平台', of: 'systemPlatforms', optional: true },
      },
      guards: [isWellFormed],
    },
    provide: {
      label: '随上架建立',
      effect: '应用上架，先以人工巡检监测，由项目公司补上检查地址。',
      from: null,
      to: 'ACTIVE',
      by: [system],
      articles: [60],
      duties: ['60.1'],
      tells: ['PROJECT_COMPANY'],
    },
    amend: {
      label: '修改',
      effect: '从下一次检查起按新的设置。',
      from: ['ACTIVE', 'PAUSED'],
      to: null,
      by: [company],
      articles: [60],
      duties: ['60.1'],
      fields: particulars,
      guards: [isWellFormed],
    },
    pause: {
      label: '暂停',
      effect: '停止检查，例如计划内维护；恢复之前不会发现故障。',
      from: ['ACTIVE'],
      to: 'PAUSED',
      by: [company],
      articles: [60],
      duties: ['60.1'],
      reason: 'REQUIRED',
    },
    resume: {
      label: '恢复',
      effect: '立即继续检查。',
      from: ['PAUSED'],
      to: 'ACTIVE',
      by: [company],
      articles: [60],
      duties: ['60.1'],
    },
    recordPatrol: {
      label: '登记人工巡检',
      effect: '巡检结果与系统检查同样对待：连续异常生成疑似事件，恢复时结束中断。',
      from: ['ACTIVE'],
      to: null,
      by: [company],
      articles: [60],
      duties: ['60.1'],
      fields: {
        outcome: {
          kind: 'choice',
          label: '结果',
          enumName: 'PatrolOutcome',
          options: { NORMAL: '正常', ABNORMAL: '异常' },
        },
        note: { kind: 'text', label: '情况', max: 500, multiline: true },
      },
      guards: [isManual],
    },
    raiseIncident: {
      label: '生成疑似事件',
      effect: '连续异常达到次数，生成疑似事件，由人员核实。',
      from: ['ACTIVE'],
      to: null,
      by: [system],
      articles: [60],
      duties: ['60.1'],
    },
    noteRecovery: {
      label: '恢复正常',
      effect: '结束由它生成的事件的中断。',
      from: ['ACTIVE', 'PAUSED'],
      to: null,
      by: [system],
      articles: [60],
      duties: ['60.1'],
    },
    retire: {
      label: '移除',
      effect: '不再检查；在架应用的最后一个监测目标不能移除。',
      from: ['ACTIVE', 'PAUSED'],
      to: 'RETIRED',
      by: [company],
      articles: [60],
      duties: ['60.1'],
      reason: 'REQUIRED',
      guards: [anotherWatches],
      negative: true,
    },
  },
});
