import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  CONTAINMENT_BASES,
  CONTENT_MEASURES,
  PROBLEM_SCOPES,
  PROBLEM_SEVERITIES,
} from '../choices-supervision.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

export interface ProblemCaseFacts {
  /** The app that the record or the input names, as any register is known; null when there is none. */
  app: Pick<KnownRecord, 'noun' | 'number' | 'title' | 'state' | 'organizationId'> | null;
}

type ProblemGuard = Guard<ProblemCaseFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const subjectIsNamed: ProblemGuard = ({ facts: { app }, input }) => {
  if (!input) return null;
  if (input.appId === null && input.contentReference === null)
    return invalid('appId', '应用或内容：至少写明一项');
  return input.appId !== null && app?.noun !== 'App' ? invalid('appId', '应用：没有这个应用') : null;
};

/** Articles 28 and 41: what happened is kept before anything is taken away. */
const evidenceIsKept: Guard = ({ record }) =>
  record!.state === 'EVIDENCE_KEPT' ? null : refuse('EVIDENCE_REQUIRED', { articles: [28, 41] });

const hasApp: Guard = ({ record }) =>
  record!.appId !== null ? null : invalid('', '这个问题没有写明应用，只能处理内容');

const hasContent: Guard = ({ record }) =>
  record!.contentReference !== null ? null : invalid('', '这个问题没有写明内容，只能下架应用');

/** Article 41: a market app is taken off together with the order to mend it. */
const demandsAreNamed: Guard = ({ record, input, today }) => {
  if (!input || !(record!.scope as string).startsWith('MARKET_')) return null;
  if (input.demands === null) return invalid('demands', '整改要求：市场化应用下架须同时责令整改，必填');
  if (input.rectifyBy === null) return invalid('rectifyBy', '整改期限：市场化应用下架须同时责令整改，必填');
  return (input.rectifyBy as string) < today ? invalid('rectifyBy', '整改期限：不能早于今天') : null;
};

/** Articles 28 and 41: the lead is fixed by what the problem is about. */
const byLead: Guard = ({ record, viewer }) =>
  !record || record.lead === viewer.party
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message:
          record.lead === 'MANAGEMENT_UNIT'
            ? '这个问题的处置和追责由管理单位牵头，项目公司不能作决定。'
            : '这个问题由项目公司牵头处置，管理单位给予指导。',
        articles: [28, 41],
        remedy: '请由牵头的一方办理；对归类有异议的，请管理单位更正。',
      });

/** Articles 28 and 41: nothing is closed that was not reported in writing. */
const reportIsFiled: Guard = ({ record }) =>
  record!.reportedAt !== null ? null : refuse('REPORT_REQUIRED', { articles: [28, 41] });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] } as const;
const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;

const evidenceFields = {
  body: {
    kind: 'text',
    label: '内容全文',
    hint: '有问题的文字原样留存；没有文字的可不填，应用的登记情况由系统自动留存',
    max: 20000,
    multiline: true,
    verbatim: true,
    optional: true,
  },
} as const satisfies Fields;

const delistingFields = {
  noticeText: {
    kind: 'text',
    label: '告知用户的文字',
    hint: '公开显示；写明已下架和替代办法，不写未定论的责任',
    max: 1000,
    multiline: true,
  },
  demands: {
    kind: 'text',
    label: '整改要求',
    hint: '市场化应用必填，随下架一并责令整改',
    max: 4000,
    multiline: true,
    optional: true,
  },
  rectifyBy: { kind: 'date', label: '整改期限', hint: '市场化应用必填；最后一天（含当日）', optional: true },
} as const satisfies Fields;

const { EMERGENCY: _emergency, ...ORDERED_BASES } = CONTAINMENT_BASES;

/** 问题处置: kept, contained, reported, decided by who leads; what is taken off does not wait for an announcement (articles 28 and 41). */
export const problemCaseLifecycle = lifecycle({
  noun: 'ProblemCase',
  label: '问题处置',
  description:
    '公共服务运营或市场化服务出了问题：先留存材料，再下架或处理内容，并书面报备；公共服务由管理单位牵头处置和追责，市场化服务由项目公司牵头。提供方从下架或处理起可以看到。',
  articles: [28, 41],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'OWNER_UNIT'],
  states: {
    OPENED: { label: '已立案，待留存材料', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    EVIDENCE_KEPT: { label: '材料已留存', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    CONTAINED: { label: '已下架或处理，待报备', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    REPORTED: { label: '已书面报备', tone: 'WAITING', awaits: { column: 'lead' } },
    HANDLING: { label: '处置中', tone: 'WAITING', awaits: { column: 'lead' } },
    DECIDED: { label: '已决定', tone: 'GOOD', awaits: { column: 'lead' } },
    CLOSED: { label: '已办结', tone: 'NEUTRAL', final: true },
    DISMISSED: { label: '不成立', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '立案',
      effect: '管理单位和项目公司同时收到通知；请立即留存材料。',
      from: null,
      to: 'OPENED',
      by: [company, management],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      fields: {
        scope: { kind: 'choice', label: '问题所属', enumName: 'ProblemScope', options: PROBLEM_SCOPES },
        appId: { kind: 'reference', label: '应用', of: 'apps', optional: true },
        contentReference: {
          kind: 'text',
          label: '内容',
          hint: '内容的名称或网址；与应用至少填一项',
          max: 500,
          optional: true,
        },
        severity: { kind: 'choice', label: '轻重', enumName: 'ProblemSeverity', options: PROBLEM_SEVERITIES },
        findings: { kind: 'text', label: '发现的问题', max: 4000, multiline: true },
        minutesSinceDiscovery: {
          kind: 'integer',
          label: '发现至今',
          hint: '刚刚发现的填 0',
          min: 0,
          max: 525_600,
          unit: '分钟',
        },
      },
      guards: [subjectIsNamed],
      tells: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
    },
    openForOpinion: {
      label: '因重大舆情立案',
      effect: '公共服务应用的内容有重大舆情风险，随即立案，由管理单位牵头；请立即留存材料。',
      from: null,
      to: 'OPENED',
      by: [{ party: 'SYSTEM' }],
      articles: [28, 45],
      duties: ['28.1', '45.2'],
      tells: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
    },
    keepEvidence: {
      label: '留存材料',
      effect: '应用的登记情况、所填文字和附件一并留存，不能再改；之后可以下架或处理内容。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'EVIDENCE_KEPT',
      by: [company],
      articles: [28, 41],
      duties: ['28.1', '28.2', '41.1'],
      fields: evidenceFields,
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
    },
    addEvidence: {
      label: '追加材料',
      effect: '再留存一份材料，先前的不变。',
      from: ['CONTAINED', 'REPORTED', 'HANDLING', 'DECIDED'],
      to: null,
      by: [company, management],
      articles: [28, 41],
      duties: ['28.2'],
      fields: evidenceFields,
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
    },
    orderDelisting: {
      label: '下架应用',
      effect: '应用立即强制下架，不等公告期；市场化应用同时责令整改。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'CONTAINED',
      by: [company],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      fields: {
        basis: {
          kind: 'choice',
          label: '依据',
          enumName: 'OrderedContainmentBasis',
          options: ORDERED_BASES,
        },
        ...delistingFields,
      },
      guards: [hasApp, evidenceIsKept, demandsAreNamed],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: ['appId', 'findings', 'noticeText'],
    },
    delistInEmergency: {
      label: '应急下架',
      effect: '应用立即强制下架；管理单位须在规定的工作日内确认，未确认不会自动恢复。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'CONTAINED',
      by: [company],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      fields: delistingFields,
      guards: [hasApp, evidenceIsKept, demandsAreNamed],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      publishes: ['appId', 'findings', 'noticeText'],
      starts: [
        {
          name: 'confirmEmergency',
          title: '确认应急下架',
          articles: [28],
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'problem_case.emergency_confirm_working_days',
        },
      ],
    },
    confirmEmergency: {
      label: '确认应急下架',
      effect: '认可项目公司先行下架。',
      from: ['CONTAINED', 'REPORTED', 'HANDLING', 'DECIDED'],
      to: null,
      by: [management],
      articles: [28],
      duties: ['28.1'],
      reason: 'OPTIONAL',
      guards: [
        ({ record }) =>
          !record || (record.basis === 'EMERGENCY' && record.confirmedAt === null)
            ? null
            : invalid('', '这次下架不是应急先行的，或者已经确认过'),
      ],
      tells: ['PROJECT_COMPANY'],
      ends: ['confirmEmergency'],
    },
    removeContent: {
      label: '处理内容',
      effect: '登记内容已经隐藏或删除；留存的材料不受影响。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'CONTAINED',
      by: [company],
      articles: [28, 41],
      duties: ['28.1'],
      fields: {
        basis: { kind: 'choice', label: '依据', enumName: 'ContainmentBasis', options: CONTAINMENT_BASES },
        contentMeasure: {
          kind: 'choice',
          label: '处理方式',
          enumName: 'ContentMeasure',
          options: CONTENT_MEASURES,
        },
      },
      guards: [hasContent, evidenceIsKept],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    fileReport: {
      label: '书面报备',
      effect: '书面报告送达管理单位，牵头的一方接着处置。',
      from: ['CONTAINED'],
      to: 'REPORTED',
      by: [company],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      fields: { report: { kind: 'text', label: '情况摘要', max: 4000, multiline: true } },
      documents: { INCIDENT_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT'],
    },
    takeOver: {
      label: '开始处置',
      effect: '牵头的一方着手处置和追责。',
      from: ['REPORTED'],
      to: 'HANDLING',
      by: [management, company],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      guards: [byLead],
      tells: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    decide: {
      label: '作出决定',
      effect: '处置决定告知提供方和项目公司；需要追责的另行立案。',
      from: ['HANDLING'],
      to: 'DECIDED',
      by: [management, company],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      fields: {
        decision: { kind: 'text', label: '处置决定', max: 4000, multiline: true },
        jointDepartments: {
          kind: 'texts',
          label: '会同的部门',
          hint: '每行一个；没有的可不填',
          max: 60,
          maxItems: 20,
          optional: true,
        },
      },
      guards: [byLead],
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    close: {
      label: '办结',
      effect: '问题处置结束，材料和报告存档。',
      from: ['EVIDENCE_KEPT', 'CONTAINED', 'DECIDED'],
      to: 'CLOSED',
      by: [management, company],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      guards: [reportIsFiled, byLead],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    correctScope: {
      label: '更正归类',
      effect: '问题改归另一类，牵头的一方随之改变。',
      from: ['OPENED', 'EVIDENCE_KEPT', 'CONTAINED', 'REPORTED', 'HANDLING'],
      to: null,
      by: [management],
      articles: [28, 41],
      duties: [],
      fields: {
        scope: { kind: 'choice', label: '问题所属', enumName: 'ProblemScope', options: PROBLEM_SCOPES },
      },
      reason: 'REQUIRED',
      tells: ['PROJECT_COMPANY'],
    },
    dismiss: {
      label: '认定不成立',
      effect: '经核实没有问题，立案结束；已留存的材料仍然保留。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'DISMISSED',
      by: [management, company],
      articles: [28, 41],
      duties: [],
      guards: [byLead],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
    },
  },
});
