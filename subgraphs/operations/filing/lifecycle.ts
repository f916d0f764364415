import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { FILING_KINDS, FILING_RULES, type FilingKind } from '../choices.ts';
import { SAFETY_CHECK_KINDS } from '../choices-safety.ts';

/** What a filing is judged by: the safety checks of its period that are still to be done, while the parameter asks for them. */
export interface FilingFacts {
  undoneChecks: readonly { number: string; kind: string; periodKey: string }[];
}

const ARTICLES = [16, 47, 50, 53, 62, 69, 73] as const;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const governmentBodies = (['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const).map(
  (party) => ({ party, own: true }) as const,
);
const receiver = {
  party: 'MANAGEMENT_UNIT',
  roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'],
} as const;

/** A clock rests on the articles of its kind of filing alone. */
const articlesOf = (filing: Row) => FILING_RULES[filing.kind as FilingKind].articles;

const submitClock = {
  name: 'submit',
  title: '按期报备',
  articles: ARTICLES,
  articlesOf,
  owedBy: (filing: Row) =>
    FILING_RULES[filing.kind as FilingKind].filedBy === 'PROJECT_COMPANY' ? 'PROJECT_COMPANY' : 'OWNER',
  parameter: (filing: Row) => FILING_RULES[filing.kind as FilingKind].workingDays,
} as const;

/** Article 53: the kinds that need their written document are refused without it, now or attached before. */
export function reportMissing(kind: FilingKind, kinds: readonly string[]): Refusal | null {
  const { reportRequired, articles } = FILING_RULES[kind];
  return reportRequired && !kinds.includes('REPORT')
    ? refuse('DOCUMENTS_MISSING', {
        articles,
        details: [{ path: 'documents.REPORT', message: `${FILING_KINDS[kind]}须附书面报告` }],
      })
    : null;
}

/** Article 73: safety is reported on after it was checked. */
const checksAreDone: Guard<FilingFacts> = ({ facts: { undoneChecks } }) =>
  undoneChecks.length === 0
    ? null
    : refuse('REPORT_REQUIRED', {
        message: `本期的${undoneChecks
          .map(
            ({ kind, number }) => `${SAFETY_CHECK_KINDS[kind as keyof typeof SAFETY_CHECK_KINDS]} ${number}`,
          )
          .join('、')} 还没有完成，不能报告整体安全。`,
        articles: [73],
        remedy: '请先在安全检查中登记结果，再提交报告。',
      });

/** A report informs, and is done when it has come; a record and a filing are kept, and may have to be completed first. */
const isNoReport: Guard = ({ record }) =>
  FILING_RULES[record!.kind as FilingKind].form === 'REPORT'
    ? refuse('ILLEGAL_TRANSITION', {
        message: '报告供管理单位阅知，送达即告完成，不退回。',
        articles: ARTICLES,
        remedy: '请登记，并附上阅知意见；报备和备案不完整的才退回补正。',
      })
    : null;

/** 备案: opened by the timer alone, filed when the management unit gives a number; it may be returned, never vetoed. */
export const filingLifecycle = lifecycle({
  noun: 'Filing',
  label: '备案',
  description:
    '项目公司和政府单位按期向管理单位报告、报备和备案的事项：期间结束后自动生成并预填，逾期标出；不作否决。报告供管理单位阅知，不退回；报备留存在案、备案登记编号，不完整的可以退回补正。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    DUE: { label: '待提交', tone: 'WAITING', awaits: 'OWNER' },
    SUBMITTED: { label: '已提交', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    RETURNED: { label: '退回补正', tone: 'WARNING', awaits: 'OWNER' },
    FILED: { label: '已登记', tone: 'GOOD', final: true },
  },
  actions: {
    open: {
      label: '生成',
      effect: '期间已经结束，请在期限内提交；数据已按登记预填。',
      from: null,
      to: 'DUE',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: ['16.2', '47.2', '50.3', '53.3', '62.5', '69.3'],
      tells: ['OWNER'],
      starts: [{ ...submitClock, from: (filing) => filing.periodEnd as string }],
    },
    submit: {
      label: '提交',
      effect: '交管理单位登记编号。',
      from: ['DUE', 'RETURNED'],
      to: 'SUBMITTED',
      by: [company, ...governmentBodies],
      articles: ARTICLES,
      duties: ['16.2', '47.2', '50.3', '53.3', '62.5', '69.3', '73.3'],
      fields: {
        summary: {
          kind: 'text',
          label: '情况说明',
          hint: '本期情况、问题和措施',
          max: 4000,
          multiline: true,
        },
      },
      documents: { REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [checksAreDone],
      tells: ['MANAGEMENT_UNIT'],
      ends: ['submit'],
      starts: [
        {
          name: 'acknowledge',
          title: '登记所报送的事项',
          articles: ARTICLES,
          articlesOf,
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'filing.acknowledge_working_days',
        },
      ],
    },
    acknowledge: {
      label: '登记',
      effect: '给出登记编号，本期办结；对报告可以附阅知意见。',
      from: ['SUBMITTED'],
      to: 'FILED',
      by: [receiver],
      articles: ARTICLES,
      duties: ['47.2', '53.3', '62.5', '69.3'],
      reason: 'OPTIONAL',
      notBy: ['submit'],
      tells: ['OWNER'],
      ends: ['acknowledge'],
    },
    return: {
      label: '退回补正',
      effect: '退回报送单位补正，提交期限自退回之日重新计算；报告不退回。',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      by: [receiver],
      articles: ARTICLES,
      duties: ['47.2'],
      reason: 'REQUIRED',
      guards: [isNoReport],
      negative: true,
      notBy: ['submit'],
      tells: ['OWNER'],
      ends: ['acknowledge'],
      starts: [submitClock],
    },
  },
});
