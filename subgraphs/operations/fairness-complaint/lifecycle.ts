import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { FAIRNESS_FINDINGS } from '../choices-conduct.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

export interface ComplaintFacts {
  /** The record that the input names by its number. */
  decision: Pick<KnownRecord, 'organizationId' | 'title'> | null;
}

/** A unit complains of what was decided about itself: of others' records it learns not even that they exist. */
const isOnesOwn: Guard<ComplaintFacts> = ({ facts: { decision }, input, viewer }) =>
  !input || (decision && decision.organizationId === viewer.organizationId)
    ? null
    : refuse('VALIDATION', {
        articles: [46],
        details: [{ path: 'decisionNumber', message: '申请的编号：没有这条记录，或它不是本单位的' }],
      });

const unit = { party: 'ECOSYSTEM_UNIT', own: true } as const;
const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER'] } as const;
const ARTICLES = [46] as const;
const DUTIES = ['46.2'] as const;

/** 公平投诉: a unit brings a decision of the company before the management unit, which hears both (article 46). */
export const fairnessComplaintLifecycle = lifecycle({
  noun: 'FairnessComplaint',
  label: '公平投诉',
  description:
    '生态单位认为项目公司的决定不公平，向管理单位投诉：管理单位要求项目公司说明，再作出结论和建议。是否构成滥用由有权的机关依法认定。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT'],
  stateReaders: { parties: ['PROJECT_COMPANY'], states: ['EXPLAINING', 'EXPLAINED', 'CONCLUDED'] },
  states: {
    FILED: { label: '已投诉', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    EXPLAINING: { label: '待项目公司说明', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    EXPLAINED: { label: '已说明，待结论', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    CONCLUDED: { label: '已有结论', tone: 'GOOD', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    file: {
      label: '提出公平投诉',
      effect: '交管理单位；项目公司在被要求说明之前看不到。',
      from: null,
      to: 'FILED',
      by: [unit],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        decisionNumber: {
          kind: 'text',
          label: '被决定的申请的编号',
          hint: '本单位的申请、应用版本或考核的编号，例如 DW-2026-000001',
          max: 32,
        },
        statement: {
          kind: 'text',
          label: '为什么认为不公平',
          hint: '写明决定、所知的同类情况和希望怎样改正',
          max: 4000,
          multiline: true,
        },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [isOnesOwn],
      tells: ['MANAGEMENT_UNIT'],
      starts: [
        {
          name: 'conclude',
          title: '对公平投诉作出结论',
          articles: ARTICLES,
          owedBy: 'MANAGEMENT_UNIT',
          parameter: 'fair.complaint_working_days',
        },
      ],
    },
    requestExplanation: {
      label: '要求项目公司说明',
      effect: '项目公司看到投诉，须在期限内说明理由。',
      from: ['FILED'],
      to: 'EXPLAINING',
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      tells: ['PROJECT_COMPANY', 'OWNER'],
      starts: [
        {
          name: 'explain',
          title: '就公平投诉作出说明',
          articles: ARTICLES,
          owedBy: 'PROJECT_COMPANY',
          parameter: 'fair.explanation_working_days',
        },
      ],
    },
    explain: {
      label: '说明',
      effect: '说明送达管理单位和投诉的单位。',
      from: ['EXPLAINING'],
      to: 'EXPLAINED',
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      fields: { explanation: { kind: 'text', label: '说明', max: 4000, multiline: true } },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT', 'OWNER'],
      ends: ['explain'],
    },
    conclude: {
      label: '作出结论',
      effect: '结论和建议送达双方，投诉办结。',
      from: ['FILED', 'EXPLAINING', 'EXPLAINED'],
      to: 'CONCLUDED',
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        finding: {
          kind: 'choice',
          label: '结论',
          enumName: 'FairnessFinding',
          options: FAIRNESS_FINDINGS,
        },
        conclusion: {
          kind: 'text',
          label: '理由和建议',
          hint: '双方都会看到',
          max: 4000,
          multiline: true,
        },
      },
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    withdraw: {
      label: '撤回',
      effect: '投诉不再办理。',
      from: ['FILED', 'EXPLAINING', 'EXPLAINED'],
      to: 'WITHDRAWN',
      by: [unit],
      articles: ARTICLES,
      duties: [],
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
  },
});
