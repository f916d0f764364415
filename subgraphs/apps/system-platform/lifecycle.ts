import { startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { notAllowed } from '@zgt/schema/measure/algorithms.ts';
import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import { type SafetyFact, usedAlgorithms } from '../app/safety.ts';
import { PLATFORM_KINDS } from '../choices.ts';

/** What a platform is judged by when it goes live. */
export interface SystemPlatformFacts {
  safety: readonly SafetyFact[];
  /** Whether a safety agreement is in force (article 65). */
  hasAgreement: boolean;
  parameters: Readonly<Record<RuleParameterName, number | boolean | string>>;
}

type PlatformGuard = Guard<SystemPlatformFacts>;

const particulars = {
  kind: {
    kind: 'choice',
    label: '平台种类',
    enumName: 'SystemPlatformKind',
    options: PLATFORM_KINDS,
  },
  name: { kind: 'text', label: '平台名称', max: 60 },
  versionText: { kind: 'text', label: '版本', hint: '新的大版本另行登记，同样经过上线批准', max: 16 },
  integratedPlatforms: {
    kind: 'texts',
    label: '所集成的既有平台',
    hint: '基础设施底座必填，其他平台没有的不填；每行一个，写作“平台名称（所属单位）”',
    max: 100,
    maxItems: 100,
    optional: true,
  },
} as const satisfies Fields;

const REPORTS = {
  SECURITY_TEST_REPORT: 'REQUIRED',
  CODE_AUDIT_REPORT: 'REQUIRED',
  APP_TEST_REPORT: 'REQUIRED',
  PERFORMANCE_TEST_REPORT: 'REQUIRED',
  OTHER: 'OPTIONAL',
} as const;

/** Article 68, duty 68.4: platforms use allowed algorithms only. */
const isSoundlyEncrypted: PlatformGuard = ({ facts: { safety, parameters } }) => {
  const refused =
    parameters['crypto.public_algorithm'] === 'BLOCK'
      ? notAllowed(usedAlgorithms(safety), parameters['crypto.allowed_algorithms'] as string)
      : [];
  return refused.length === 0
    ? null
    : refuse('ALGORITHM_NOT_ALLOWED', {
        details: refused.map((name) => ({ path: '', message: `${name} 不在允许的清单内` })),
      });
};

/** Article 65: where the parameter says so, nothing goes live without a safety agreement. */
const hasSafetyAgreement: PlatformGuard = ({ facts: { hasAgreement, parameters } }) =>
  hasAgreement || parameters['safety_agreement.missing'] !== 'BLOCK'
    ? null
    : refuse('SAFETY_AGREEMENT_MISSING');

/** Article 2, duty 2.1: the base stands on platforms that there are already, and says on which. */
const saysWhatItIntegrates: Guard = ({ input }) =>
  input && input.kind === 'INFRASTRUCTURE_BASE' && input.integratedPlatforms === null
    ? refuse('VALIDATION', {
        articles: [2],
        details: [{ path: 'integratedPlatforms', message: '所集成的既有平台：基础设施底座至少写明一个' }],
      })
    : null;

/** Article 23, duty 23.2: shorter notice than the rule is approved knowingly, or not at all. */
const waivesKnowingly: Guard = ({ record, input }) => {
  const special = record!.specialReason !== null;
  if (!input || (input.waivesLeadTime === true) === special) return null;
  const message = special
    ? '同意缩短提前期：申请短于规定的提前期，批准须同时勾选；不同意的请不批准下线'
    : '同意缩短提前期：申请符合规定的提前期，不用勾选';
  return refuse('VALIDATION', { articles: [23], details: [{ path: 'waivesLeadTime', message }] });
};

const isApproved =
  (state: string, remedy: string): Guard =>
  ({ record }) =>
    record!.state === state ? null : refuse('APPROVAL_REQUIRED', { articles: [23], remedy });

const dateHasCome: Guard = ({ record, now }) => {
  const planned = record!.plannedOfflineOn as string | null;
  return planned !== null && now < startOfShanghaiDay(planned)
    ? refuse('TOO_EARLY', { details: [{ path: '', message: `批准的下线日期是 ${planned}` }] })
    : null;
};

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const approver = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;

/** 系统平台: goes live and offline only with the management unit's approval (article 23); nobody else builds one (article 18). */
export const systemPlatformLifecycle = lifecycle({
  noun: 'SystemPlatform',
  label: '系统平台',
  description:
    '生态体系的五类系统平台。上线须交齐四份报告并经管理单位批准；下线须至少提前十个工作日申请并经批准。',
  articles: [2, 18, 23],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER', 'PROJECT_COMPANY'],
  states: {
    BUILDING: { label: '建设中', tone: 'NEUTRAL' },
    GO_LIVE_SUBMITTED: { label: '上线待批准', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    GO_LIVE_APPROVED: { label: '已批准，待上线', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    LIVE: { label: '运行中', tone: 'GOOD' },
    OFFLINE_REQUESTED: { label: '下线待批准', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    OFFLINE_APPROVED: { label: '已批准，待下线', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    OFFLINE: { label: '已下线', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '平台登记在案；上线之前须经管理单位批准。',
      from: null,
      to: 'BUILDING',
      by: [company],
      othersAreTold: 'PLATFORM_DUPLICATION',
      articles: [2, 18, 23],
      duties: ['2.0', '2.1', '23.1', '18.1'],
      fields: particulars,
      guards: [saysWhatItIntegrates],
    },
    amend: {
      label: '修改',
      effect: '更新登记的资料。',
      from: ['BUILDING'],
      to: 'BUILDING',
      by: [company],
      articles: [23],
      duties: ['23.1'],
      fields: particulars,
      guards: [saysWhatItIntegrates],
    },
    submitGoLive: {
      label: '申请上线',
      effect: '四份报告交管理单位；批准之前不能上线。',
      from: ['BUILDING'],
      to: 'GO_LIVE_SUBMITTED',
      by: [company],
      articles: [23],
      duties: ['23.1'],
      documents: REPORTS,
      tells: ['MANAGEMENT_UNIT'],
    },
    approveGoLive: {
      label: '批准上线',
      effect: '项目公司可以上线。',
      from: ['GO_LIVE_SUBMITTED'],
      to: 'GO_LIVE_APPROVED',
      by: [approver],
      articles: [3, 23],
      duties: ['23.1', '65', '68.4'],
      reason: 'OPTIONAL',
      guards: [hasSafetyAgreement, isSoundlyEncrypted],
      notBy: ['submitGoLive'],
      tells: ['PROJECT_COMPANY'],
    },
    rejectGoLive: {
      label: '不批准上线',
      effect: '退回建设；按理由改进之后可再次申请。',
      from: ['GO_LIVE_SUBMITTED'],
      to: 'BUILDING',
      by: [approver],
      articles: [3, 23],
      duties: ['23.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['PROJECT_COMPANY'],
    },
    goLive: {
      label: '上线',
      effect: '平台开始运行；等级保护测评和密码应用安全性评估的期限自今日起算。',
      from: ['BUILDING', 'GO_LIVE_SUBMITTED', 'GO_LIVE_APPROVED'],
      to: 'LIVE',
      by: [company],
      articles: [23],
      duties: ['23.1'],
      guards: [isApproved('GO_LIVE_APPROVED', '请先提交四份报告，由管理单位批准上线。'), isSoundlyEncrypted],
      tells: ['MANAGEMENT_UNIT'],
      publishes: ['liveAt'],
    },
    requestOffline: {
      label: '申请下线',
      effect: '交管理单位审批；批准之前照常运行。',
      from: ['LIVE'],
      to: 'OFFLINE_REQUESTED',
      by: [company],
      articles: [23],
      duties: ['23.2'],
      fields: {
        plannedOfflineOn: { kind: 'date', label: '计划下线日期', hint: '至少在十个工作日之后' },
        offlineImpact: { kind: 'text', label: '影响和善后安排', max: 2000, multiline: true },
        specialReason: {
          kind: 'text',
          label: '缩短提前期的理由',
          hint: '只有规则参数允许特殊安排、且确实来不及提前的才填；由管理单位决定',
          max: 1000,
          multiline: true,
          optional: true,
        },
      },
      reason: 'REQUIRED',
      tells: ['MANAGEMENT_UNIT'],
    },
    approveOffline: {
      label: '批准下线',
      effect: '到计划日期后项目公司可以下线。',
      from: ['OFFLINE_REQUESTED'],
      to: 'OFFLINE_APPROVED',
      by: [approver],
      articles: [3, 23],
      duties: ['23.2'],
      fields: {
        waivesLeadTime: {
          kind: 'accept',
          label: '同意缩短提前期',
          hint: '只在申请写明了缩短的理由时勾选',
          optional: true,
        },
      },
      guards: [waivesKnowingly],
      reason: 'OPTIONAL',
      notBy: ['requestOffline'],
      tells: ['PROJECT_COMPANY'],
    },
    rejectOffline: {
      label: '不批准下线',
      effect: '平台照常运行。',
      from: ['OFFLINE_REQUESTED'],
      to: 'LIVE',
      by: [approver],
      articles: [3, 23],
      duties: ['23.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['PROJECT_COMPANY'],
    },
    takeOffline: {
      label: '下线',
      effect: '平台停止运行。',
      from: ['LIVE', 'OFFLINE_REQUESTED', 'OFFLINE_APPROVED'],
      to: 'OFFLINE',
      by: [company],
      articles: [23],
      duties: ['23.2'],
      guards: [isApproved('OFFLINE_APPROVED', '请先申请下线，由管理单位批准。'), dateHasCome],
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
      publishes: true,
    },
  },
});
