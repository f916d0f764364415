import { type DeadlineRule, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import {
  DAMAGED_DATA,
  DATA_EFFECTS,
  INCIDENT_LEVEL_LABELS,
  type IncidentLevel,
  OUTAGE_SCOPES,
  THREATS,
} from '@zgt/schema/measure/incident-levels.ts';
import {
  INCIDENT_CATEGORIES,
  INCIDENT_CAUSES,
  NOTICE_DECISIONS,
  NOTICE_RECIPIENTS,
} from '../choices-incidents.ts';
import {
  causeFitsSubject,
  commandingParty,
  crossingIsDue,
  evidenceIsKept,
  hasJointGroup,
  instantsHold,
  isVerifying,
  lowersLevel,
  noticesAreDecided,
  outageIsOver,
  outageRuns,
  progressIsMissed,
  raisesLevel,
  reportIsFiled,
  subjectIsKnown,
} from './guards.ts';

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'], own: true } as const;
const infrastructure = {
  party: 'INFRASTRUCTURE_PROVIDER',
  roles: ['HEAD', 'OPERATOR', 'SECURITY'],
} as const;
const supervisor = {
  party: 'MANAGEMENT_UNIT',
  roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'],
} as const;
const confirmer = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const system = { party: 'SYSTEM' } as const;

const OPEN = ['DETECTED', 'REPORTED', 'HANDLING', 'VERIFYING'] as const;
const ACCEPTED = ['HANDLING', 'VERIFYING'] as const;
const AFTER_ACCEPTANCE = ['HANDLING', 'VERIFYING', 'ENDED', 'REPORT_FILED'] as const;

const facts = {
  category: { kind: 'choice', label: '类别', enumName: 'IncidentCategory', options: INCIDENT_CATEGORIES },
  outageScope: {
    kind: 'choice',
    label: '中断范围',
    hint: '只有底座中断按时长定级',
    enumName: 'OutageScope',
    options: OUTAGE_SCOPES,
  },
  outageStartedAt: {
    kind: 'instant',
    label: '中断开始时刻',
    hint: '中断或损害开始的北京时间，不填为现在',
    optional: true,
  },
  damagedData: { kind: 'choice', label: '受损数据', enumName: 'DamagedData', options: DAMAGED_DATA },
  dataEffect: {
    kind: 'choice',
    label: '数据受损的后果',
    hint: '没有评估之前按已构成对待',
    enumName: 'DataEffect',
    options: DATA_EFFECTS,
  },
  threat: { kind: 'choice', label: '对社会的威胁', enumName: 'IncidentThreat', options: THREATS },
} as const satisfies Fields;

const level = {
  kind: 'choice',
  label: '等级',
  enumName: 'IncidentLevel',
  options: INCIDENT_LEVEL_LABELS,
} as const;

/** What an outage that goes on makes of the level is reckoned at the very instant (article 61). */
const crossing: DeadlineRule = {
  name: 'crossing',
  title: '中断时长达到下一等级',
  articles: [61],
  owedBy: 'PROJECT_COMPANY',
  until: ({ nextCrossingAt }) => nextCrossingAt as Date | null,
  action: 'recalculate',
  exact: true,
};

/**
 * A report at the very instant is in time; a millisecond later it is late (article 62). Every action names it, so that
 * the work queue goes on showing when the next report is due.
 */
const progress: DeadlineRule = {
  name: 'progress',
  title: '报告处置进展',
  articles: [62],
  owedBy: 'PROJECT_COMPANY',
  until: ({ progressDueAt }) =>
    progressDueAt === null ? null : new Date((progressDueAt as Date).getTime() + 1),
  action: 'missProgress',
  owed: true,
  exact: true,
};

/** Levels 1 and 2 need the right commander; a change of level may need another (article 62). */
const command: DeadlineRule = {
  name: 'command',
  title: '任命指挥长',
  articles: [62],
  owedBy: (record: Row) => commandingParty(record.level as IncidentLevel) ?? 'PROJECT_COMPANY',
  until: ({ commanderDueAt }) => commanderDueAt as Date | null,
};

const clocks = [crossing, progress, command];

/** Article 26: the provider whose app caused it is told at once, and mends or takes it off. */
const contact: DeadlineRule = {
  name: 'contactProvider',
  title: '联系应用的提供方',
  articles: [26],
  owedBy: 'PROJECT_COMPANY',
  when: ({ causeKind, providerContactedAt }) => causeKind === 'APP_OWN_CAUSE' && providerContactedAt === null,
  parameter: 'incident.provider_contact_minutes',
};

/** Whether handling and report came "first", counted from the detection (article 60). */
const firstClocks: readonly DeadlineRule[] = [
  {
    name: 'report',
    title: '报告事件',
    articles: [60, 62],
    owedBy: 'PROJECT_COMPANY',
    parameter: 'incident.reporting_flag_minutes',
  },
  {
    name: 'accept',
    title: '开始处置',
    articles: [60, 62],
    owedBy: 'PROJECT_COMPANY',
    parameter: 'incident.handling_flag_minutes',
  },
  crossing,
];

/** 应急处置事件: from detection to its closing, in the six stages of article 62. */
export const incidentLifecycle = lifecycle({
  noun: 'Incident',
  label: '事件',
  description:
    '应急处置事件：发现、报告、处置、通报、升级、回归验证、结束，随后报送书面报告。等级按事实计算，中断持续时自动升级；受理即通知，按等级报告进展。',
  articles: [60, 61, 62, 63, 72],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    DETECTED: { label: '已发现', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    REPORTED: { label: '已报告', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    HANDLING: { label: '处置中', tone: 'BAD', awaits: 'PROJECT_COMPANY' },
    VERIFYING: { label: '回归验证', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    ENDED: { label: '应急结束', tone: 'GOOD', awaits: 'PROJECT_COMPANY' },
    REPORT_FILED: { label: '报告已报送', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    CLOSED: { label: '已关闭', tone: 'GOOD', final: true },
    DISMISSED: { label: '误报', tone: 'NEUTRAL', final: true },
  },
  actions: {
    detect: {
      label: '登记事件',
      effect: '按事实算出等级；从现在起计处置和报告是否及时。',
      from: null,
      to: 'DETECTED',
      by: [company, infrastructure],
      articles: [60, 61],
      duties: ['60.1', '60.2', '61.1'],
      fields: {
        title: { kind: 'text', label: '标题', hint: '一句话说明出了什么事', max: 80 },
        description: { kind: 'text', label: '情况', max: 4000, multiline: true },
        appId: { kind: 'reference', label: '受影响的应用', of: 'apps', optional: true },
        platformId: { kind: 'reference', label: '受影响的系统平台', of: 'systemPlatforms', optional: true },
        ...facts,
      },
      guards: [subjectIsKnown, instantsHold],
      tells: ['PROJECT_COMPANY'],
      starts: firstClocks,
    },
    suspect: {
      label: '监测发现',
      effect: '平台监测或外部告警发现疑似事件，由人员核实；等级按事实计算。',
      from: null,
      to: 'DETECTED',
      by: [system],
      articles: [60, 61],
      duties: ['60.1', '60.2'],
      tells: ['PROJECT_COMPANY'],
      starts: firstClocks,
    },
    dismiss: {
      label: '核实为误报',
      effect: '没有发生事件，记录到此为止。',
      from: ['DETECTED', 'REPORTED'],
      to: 'DISMISSED',
      by: [company],
      articles: [60],
      duties: ['60.1'],
      reason: 'REQUIRED',
      negative: true,
    },
    report: {
      label: '报告',
      effect: '事件报告环节完成；安全事件同时通知管理单位。',
      from: ['DETECTED'],
      to: 'REPORTED',
      by: [company],
      articles: [60, 62, 72],
      duties: ['60.2', '62.1', '72.1'],
      reason: 'OPTIONAL',
      ends: ['report'],
    },
    accept: {
      label: '受理并处置',
      effect:
        '开始处置，等级生效并只升不自降：一级、二级同步通知管理单位并成立联合工作组，三级通知分管业务处室；按等级开始计进展报告。',
      from: ['REPORTED'],
      to: 'HANDLING',
      by: [company],
      articles: [60, 62],
      duties: ['60.2', '62.1', '62.2', '62.3', '62.4', '72.1'],
      reason: 'OPTIONAL',
      ends: ['accept'],
      starts: clocks,
    },
    correctFacts: {
      label: '更正事实',
      effect: '按更正后的事实重新计算；变重的立即升级，变轻的须由管理单位确认降级。',
      from: OPEN,
      to: null,
      by: [company],
      articles: [61],
      duties: ['61.1', '61.2'],
      fields: facts,
      reason: 'REQUIRED',
      guards: [instantsHold],
      starts: clocks,
    },
    endOutage: {
      label: '登记恢复',
      effect: '中断到此为止，不再因时长升级；事件本身仍须处置和验证。',
      from: OPEN,
      to: null,
      by: [company, infrastructure, system],
      articles: [61, 62],
      duties: ['60.1', '61.2'],
      fields: {
        outageEndedAt: { kind: 'instant', label: '恢复时刻', hint: '北京时间，不填为现在', optional: true },
      },
      guards: [outageRuns, instantsHold],
      starts: clocks,
    },
    resumeOutage: {
      label: '登记再次中断',
      effect: '新的一次中断从所填时刻起计；已经达到的等级不变。',
      from: OPEN,
      to: null,
      by: [company, infrastructure, system],
      articles: [61, 62],
      duties: ['61.2'],
      fields: {
        outageStartedAt: {
          kind: 'instant',
          label: '再次中断的时刻',
          hint: '北京时间，不填为现在',
          optional: true,
        },
      },
      guards: [outageIsOver, instantsHold],
      starts: clocks,
    },
    recalculate: {
      label: '按时长升级',
      effect: '中断达到下一等级的时长，等级和随之而来的义务立即改变。',
      from: OPEN,
      to: null,
      by: [system],
      articles: [61],
      duties: ['61.2'],
      guards: [crossingIsDue],
      starts: clocks,
    },
    escalate: {
      label: '升级',
      effect: '提高等级；新等级的通知、指挥和报告义务立即开始。',
      from: ACCEPTED,
      to: null,
      by: [company, supervisor],
      articles: [61, 62],
      duties: ['61.2', '62.2', '62.3'],
      fields: { level },
      reason: 'REQUIRED',
      guards: [raisesLevel],
      starts: clocks,
    },
    lower: {
      label: '确认降级',
      effect: '在事实已经更正并评估之后降低等级，不低于计算的等级。',
      from: ACCEPTED,
      to: null,
      by: [confirmer],
      articles: [61],
      duties: ['61.2'],
      fields: { level },
      reason: 'REQUIRED',
      guards: [lowersLevel],
      tells: ['PROJECT_COMPANY'],
      starts: clocks,
    },
    appointCommander: {
      label: '任命指挥长',
      effect: '联合工作组由其指挥；等级改变而人选不再合适时须重新任命。',
      from: ACCEPTED,
      to: null,
      by: [company, supervisor],
      articles: [62],
      duties: ['62.2', '62.3'],
      fields: {
        commander: {
          kind: 'text',
          label: '指挥长的用户名或邮箱',
          hint: '一级由管理单位负责人担任，二级由项目公司负责人担任',
          max: 64,
        },
      },
      guards: [hasJointGroup],
      tells: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      starts: [progress],
      ends: ['command'],
    },
    reportProgress: {
      label: '报告进展',
      effect: '进展送达应当知道的人；下一次的时刻从现在起计。',
      from: ACCEPTED,
      to: null,
      by: [company],
      articles: [62],
      duties: ['62.2', '62.3', '62.4'],
      fields: {
        text: {
          kind: 'text',
          label: '进展',
          hint: '做了什么、现在怎样、接下来做什么',
          max: 2000,
          multiline: true,
        },
      },
      starts: [progress],
    },
    missProgress: {
      label: '进展逾期',
      effect: '到时没有报告：记录一次缺报，并告知双方负责人。',
      from: ACCEPTED,
      to: null,
      by: [system],
      articles: [62],
      duties: ['62.2', '62.3', '62.4'],
      guards: [progressIsMissed],
      starts: [progress],
    },
    decideNotice: {
      label: '决定是否对外通报',
      effect: '记录已经通报，或者不需要通报的理由。',
      from: AFTER_ACCEPTANCE,
      to: null,
      by: [company, supervisor],
      articles: [62],
      duties: ['62.2', '62.3'],
      fields: {
        recipient: {
          kind: 'choice',
          label: '对象',
          enumName: 'NoticeRecipient',
          options: NOTICE_RECIPIENTS,
        },
        decision: { kind: 'choice', label: '决定', enumName: 'NoticeDecision', options: NOTICE_DECISIONS },
        note: {
          kind: 'text',
          label: '说明',
          hint: '已通报的写明时刻、方式和文号，不需要的写明理由',
          max: 1000,
          multiline: true,
        },
      },
      starts: [progress],
    },
    determineCause: {
      label: '认定原因',
      effect: '应用自身原因的，责任由它的责任单位承担，请立即通报提供方，由其选择整改或者下架。',
      from: AFTER_ACCEPTANCE,
      to: null,
      by: [company],
      articles: [26, 62],
      duties: ['26.2'],
      fields: {
        causeKind: {
          kind: 'choice',
          label: '原因',
          enumName: 'IncidentCause',
          options: INCIDENT_CAUSES,
        },
      },
      reason: 'REQUIRED',
      guards: [causeFitsSubject],
      ends: ['contactProvider'],
      starts: [progress, contact],
    },
    contactProvider: {
      label: '已通报提供方',
      effect: '提供方已经收到通报，须选择整改或者下架。',
      from: AFTER_ACCEPTANCE,
      to: null,
      by: [system],
      articles: [26],
      duties: ['26.2'],
      ends: ['contactProvider'],
      starts: [progress],
    },
    keepEvidence: {
      label: '留存材料',
      effect: '材料附在记录上，不能删改；可以再补。',
      from: [...OPEN, 'ENDED'],
      to: null,
      by: [company],
      articles: [63],
      duties: ['63.1'],
      starts: [progress],
      documents: { EVIDENCE: 'REQUIRED', OTHER: 'OPTIONAL' },
    },
    note: {
      label: '记录处置',
      effect: '在处置过程中添一条。',
      from: [...OPEN, 'ENDED'],
      to: null,
      by: [company, infrastructure, supervisor],
      articles: [62],
      duties: ['62.1'],
      fields: { text: { kind: 'text', label: '内容', max: 2000, multiline: true } },
      starts: [progress],
    },
    markResolved: {
      label: '处置完毕，转回归验证',
      effect: '还没有登记恢复的中断按此刻恢复；验证通过才算结束。',
      from: ['HANDLING'],
      to: 'VERIFYING',
      by: [company],
      articles: [62],
      duties: ['62.1'],
      fields: { resolution: { kind: 'text', label: '处置情况', max: 4000, multiline: true } },
      starts: clocks,
    },
    failVerification: {
      label: '验证不通过',
      effect: '继续处置。',
      from: ['VERIFYING'],
      to: 'HANDLING',
      by: [company],
      articles: [62],
      duties: ['62.1'],
      reason: 'REQUIRED',
      negative: true,
      starts: [progress],
    },
    passVerification: {
      label: '验证通过，应急结束',
      effect: '进展报告到此为止；接着报送书面报告。',
      from: ['HANDLING', 'VERIFYING'],
      to: 'ENDED',
      by: [company],
      articles: [62, 63],
      duties: ['62.1', '63.1'],
      documents: { VERIFICATION_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [isVerifying, evidenceIsKept],
      tells: ['MANAGEMENT_UNIT'],
      ends: ['progress', 'crossing', 'command'],
      starts: [
        {
          name: 'fileReport',
          title: '报送书面报告',
          articles: [63],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'incident.report_working_days',
        },
      ],
    },
    fileReport: {
      label: '报送书面报告',
      effect: '报告送达管理单位和业主单位，可以打印或下载。',
      from: ['ENDED'],
      to: 'REPORT_FILED',
      by: [company],
      articles: [63],
      duties: ['63.1'],
      fields: {
        cause: { kind: 'text', label: '原因', max: 4000, multiline: true },
        impact: { kind: 'text', label: '影响和损失', max: 4000, multiline: true },
        measures: { kind: 'text', label: '改进措施', max: 4000, multiline: true },
      },
      documents: { INCIDENT_REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
      ends: ['fileReport'],
    },
    close: {
      label: '关闭',
      effect: '事件办结；责任另案追究。',
      from: ['ENDED', 'REPORT_FILED'],
      to: 'CLOSED',
      by: [company, supervisor],
      articles: [62, 63],
      duties: ['62.1', '62.2', '62.3', '63.1'],
      guards: [reportIsFiled, noticesAreDecided],
      tells: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
  },
});
