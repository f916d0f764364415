import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  ESCALATION_MEASURES,
  RECTIFICATION_CAUSES,
  RECTIFICATION_KINDS,
  RECTIFICATION_SUBJECTS,
} from '../choices-supervision.ts';

/** What a rectification is judged by besides its own columns. */
export interface RectificationFacts {
  /** Whom the input names as the one to mend; null when there is no such organisation. */
  subjectId: string | null;
  /** The incident that the input names by its number. */
  incident: { noun: string } | null;
}

type RectificationGuard = Guard<RectificationFacts>;

const ARTICLES = [28, 31, 41, 58, 72, 73] as const;

const detail = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const subjectIsKnown: RectificationGuard = ({ facts: { subjectId }, input }) =>
  !input || subjectId !== null
    ? null
    : detail(
        input.subject === 'ECOSYSTEM_UNIT'
          ? 'unitId'
          : input.subject === 'GOVERNMENT_BODY'
            ? 'governmentBodyId'
            : 'subject',
        '整改单位：没有这个单位，或它还没有登记；生态单位和政府单位须另外选定是哪一个',
      );

/** Article 72: the project company orders others to mend, never itself, and nobody above it. */
const companyOrdersOthers: Guard = ({ input, viewer }) =>
  input &&
  viewer.party === 'PROJECT_COMPANY' &&
  !['ECOSYSTEM_UNIT', 'GOVERNMENT_BODY'].includes(input.subject as string)
    ? refuse('FORBIDDEN_ROLE', {
        message: '对项目公司、业主单位和基础设施提供方的整改只能由管理单位下达。',
        articles: [31, 72],
        remedy: '请报管理单位；项目公司可以对生态单位和其他提供方下达整改。',
      })
    : null;

/** Article 31: what concerns the operation of data and security is ordered by the management unit alone. */
const kindIsOnesOwn: Guard = ({ input, viewer }) =>
  input &&
  viewer.party === 'PROJECT_COMPANY' &&
  ['DATA_OPERATION', 'ASSESSMENT'].includes(input.kind as string)
    ? refuse('FORBIDDEN_ROLE', {
        message: '数据运营和考核方面的整改只能由管理单位下达。',
        articles: [31],
        remedy: '请把情况报管理单位。',
      })
    : null;

const dueOnIsAhead: Guard = ({ input, today }) =>
  input && (input.dueOn as string) < today ? detail('dueOn', '整改截止日：不能早于今天') : null;

/** Whoever ordered it says whether it is done. */
const byIssuer: Guard = ({ record, viewer }) =>
  !record || record.issuedBy === viewer.party || viewer.via === 'SYSTEM'
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '只有下达整改的一方才能核验、改期和升级。',
        articles: [31, 41, 72],
        remedy: '请由下达整改的单位办理；对结论有意见的，请联系它。',
      });

const newDueOnIsAhead: Guard = ({ input, today }) =>
  input && (input.newDueOn as string) < today ? detail('newDueOn', '新的期限：不能早于今天') : null;

/** Articles 31 and 41: others are drawn in when the time is over, or when what was done was not enough. */
const isLateOrRejected: Guard = ({ record, today }) =>
  !record || (record.dueOn as string) < today || (record.rejections as number) > 0
    ? null
    : refuse('TOO_EARLY', {
        message: `整改截止日到 ${record.dueOn}，还没有过，也没有核验不通过，不能升级处理。`,
        articles: [31, 41, 72],
        remedy: '请等期限届满，或在核验不通过之后再升级。',
      });

const CONTRACTUAL = ['CONCESSION_HANDLING', 'LEGAL_HANDLING', 'AGREEMENT_TERMINATION'];

/** Articles 31 and 72: handling by an agreement or by law names the clause. */
const clauseIsNamed: Guard = ({ input }) =>
  input && CONTRACTUAL.includes(input.measure as string) && input.clauseReference === null
    ? refuse('CLAUSE_REQUIRED', {
        details: [{ path: 'clauseReference', message: '依据条款：依协议或依法处理时必填' }],
      })
    : null;

/** Article 31: the concession agreement is resorted to over data security only after a major impact, shown by an incident. */
const impactIsMajor: RectificationGuard = ({ record, facts: { incident }, input }) => {
  if (!input || record?.kind !== 'DATA_OPERATION' || input.measure !== 'CONCESSION_HANDLING') return null;
  if (input.majorImpact !== true)
    return refuse('MAJOR_IMPACT_REQUIRED', {
      details: [{ path: 'majorImpact', message: '已造成重大影响：须认定' }],
    });
  return incident
    ? null
    : refuse('MAJOR_IMPACT_REQUIRED', {
        details: [{ path: 'incidentNumber', message: '关联的事件：须填写已登记事件的编号' }],
      });
};

const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER', 'SECURITY'] } as const;
const subjects = (
  [
    'PROJECT_COMPANY',
    'OWNER_UNIT',
    'INFRASTRUCTURE_PROVIDER',
    'ECOSYSTEM_UNIT',
    'GOVERNMENT_DEPARTMENT',
    'MUNICIPALITY',
    'COUNTY',
  ] as const
).map((party) => ({ party, own: true }) as const);

/** What the subject owes until the day, whoever has to see to it, and what is said some working days before. */
const CLOCKS: readonly DeadlineRule[] = [
  {
    name: 'rectify',
    title: '完成整改',
    articles: ARTICLES,
    owedBy: 'OWNER',
    until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
  },
  {
    name: 'oversee',
    title: '督促整改',
    articles: ARTICLES,
    owedBy: ({ issuedBy }) => (issuedBy === 'PROJECT_COMPANY' ? 'PROJECT_COMPANY' : 'OWNER_UNIT'),
    until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
  },
  {
    name: 'reminder',
    title: '整改即将到期',
    articles: ARTICLES,
    owedBy: 'OWNER',
    parameter: 'rectification.reminder_working_days',
    before: ({ dueOn }) => dueOn as string,
  },
];
const CLOCK_NAMES = CLOCKS.map(({ name }) => name);

/** 整改: ordered with a day, received, done, verified by who ordered it; drawn further when it fails (articles 31, 41, 58 and 72). */
export const rectificationLifecycle = lifecycle({
  noun: 'Rectification',
  label: '整改',
  description:
    '管理单位或项目公司责令限期改正：签收、提交结果、核验；逾期会提醒各方，仍不改正的升级处理。来源可以是检查、问题处置、事件或考核。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'OWNER_UNIT'],
  states: {
    ISSUED: { label: '已下达', tone: 'WAITING', awaits: 'OWNER' },
    RECEIVED: { label: '已签收', tone: 'WAITING', awaits: 'OWNER' },
    SUBMITTED: { label: '已提交结果', tone: 'WAITING', awaits: { column: 'issuedBy' } },
    CLOSED: { label: '已通过', tone: 'GOOD', final: true },
    ESCALATED: { label: '已升级', tone: 'BAD', final: true },
    WITHDRAWN: { label: '已撤销', tone: 'NEUTRAL', final: true },
  },
  actions: {
    issue: {
      label: '下达整改',
      effect: '整改单位、业主单位和项目公司同时收到通知，期限列入义务日历。',
      from: null,
      to: 'ISSUED',
      by: [management, company],
      articles: ARTICLES,
      duties: ['31', '58.3'],
      fields: {
        kind: {
          kind: 'choice',
          label: '整改种类',
          enumName: 'RectificationKind',
          options: RECTIFICATION_KINDS,
        },
        cause: {
          kind: 'choice',
          label: '缘由',
          enumName: 'RectificationCause',
          options: RECTIFICATION_CAUSES,
        },
        subject: {
          kind: 'choice',
          label: '整改单位',
          enumName: 'RectificationSubject',
          options: RECTIFICATION_SUBJECTS,
        },
        unitId: {
          kind: 'reference',
          label: '哪个生态单位',
          hint: '整改单位选“生态单位”时必选',
          of: 'ecosystemUnits',
          optional: true,
        },
        governmentBodyId: {
          kind: 'reference',
          label: '哪个政府单位',
          hint: '整改单位选“政府单位”时必选',
          of: 'governmentBodies',
          optional: true,
        },
        findings: { kind: 'text', label: '发现的问题', max: 4000, multiline: true },
        demands: { kind: 'text', label: '整改要求', max: 4000, multiline: true },
        dueOn: { kind: 'date', label: '整改截止日', hint: '最后一天（含当日）' },
        sourceNumber: {
          kind: 'text',
          label: '来源记录的编号',
          hint: '由检查、事件等引起的填写，例如 XC-2026-000001',
          max: 32,
          optional: true,
        },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [companyOrdersOthers, kindIsOnesOwn, subjectIsKnown, dueOnIsAhead],
      tells: ['OWNER', 'OWNER_UNIT', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      starts: CLOCKS,
    },
    open: {
      label: '随办理下达',
      effect: '由问题处置或检查同时下达，期限列入义务日历。',
      from: null,
      to: 'ISSUED',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: ['31', '41.1', '58.3'],
      tells: ['OWNER', 'OWNER_UNIT', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      starts: CLOCKS,
    },
    acknowledge: {
      label: '签收',
      effect: '告知下达单位已经收到；期限不变。',
      from: ['ISSUED'],
      to: 'RECEIVED',
      by: subjects,
      articles: ARTICLES,
      duties: ['31'],
    },
    submitResult: {
      label: '提交整改结果',
      effect: '交下达单位核验。',
      from: ['ISSUED', 'RECEIVED'],
      to: 'SUBMITTED',
      by: subjects,
      articles: ARTICLES,
      duties: ['31', '58.3'],
      fields: { result: { kind: 'text', label: '整改结果', max: 4000, multiline: true } },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
      ends: CLOCK_NAMES,
    },
    accept: {
      label: '核验通过',
      effect: '整改办结。',
      from: ['SUBMITTED'],
      to: 'CLOSED',
      by: [management, company],
      articles: ARTICLES,
      duties: ['31', '58.3'],
      guards: [byIssuer],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'OWNER_UNIT'],
    },
    reject: {
      label: '核验不通过',
      effect: '按新的期限继续整改。',
      from: ['SUBMITTED'],
      to: 'RECEIVED',
      by: [management, company],
      articles: ARTICLES,
      duties: ['31'],
      fields: { newDueOn: { kind: 'date', label: '新的期限', hint: '最后一天（含当日）' } },
      guards: [byIssuer, newDueOnIsAhead],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'OWNER_UNIT'],
      starts: CLOCKS,
    },
    escalate: {
      label: '升级处理',
      effect: '整改到此为止，另按所选办法处理；各方收到通知。',
      from: ['ISSUED', 'RECEIVED', 'SUBMITTED'],
      to: 'ESCALATED',
      by: [management, company],
      articles: [31, 41, 70, 72],
      duties: ['31'],
      fields: {
        measure: {
          kind: 'choice',
          label: '处理办法',
          enumName: 'EscalationMeasure',
          options: ESCALATION_MEASURES,
        },
        clauseReference: {
          kind: 'text',
          label: '依据条款',
          hint: '协议名称和条款号；依协议或依法处理时必填',
          max: 300,
          optional: true,
        },
        majorImpact: {
          kind: 'accept',
          label: '已造成重大影响',
          hint: '因数据安全依特许经营协议处理时须认定',
          optional: true,
        },
        incidentNumber: {
          kind: 'text',
          label: '关联事件的编号',
          hint: '因数据安全依特许经营协议处理时必填',
          max: 32,
          optional: true,
        },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [byIssuer, isLateOrRejected, clauseIsNamed, impactIsMajor],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'OWNER_UNIT', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    withdraw: {
      label: '撤销',
      effect: '下达有误或情况已变，不再要求整改。',
      from: ['ISSUED', 'RECEIVED'],
      to: 'WITHDRAWN',
      by: [management, company],
      articles: ARTICLES,
      duties: [],
      guards: [byIssuer],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'OWNER_UNIT'],
    },
  },
});
