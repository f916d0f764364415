import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { UNIT_INDICATORS, type UnitIndicator } from '@zgt/schema/measure/unit-assessment.ts';

const scoreOf = (name: UnitIndicator) =>
  ({
    kind: 'integer',
    label: UNIT_INDICATORS[name].label,
    hint: `百分制，权重 ${UNIT_INDICATORS[name].weight}：${UNIT_INDICATORS[name].meaning}`,
    min: 0,
    max: 100,
    unit: '分',
  }) as const;

const scores = {
  compliance: scoreOf('compliance'),
  serviceQuality: scoreOf('serviceQuality'),
  rectification: scoreOf('rectification'),
  participation: scoreOf('participation'),
} as const satisfies Fields;

const feedback = {
  kind: 'text',
  label: '评语和改进建议',
  hint: '单位会看到；低分的写明理由',
  max: 4000,
  multiline: true,
} as const;

const windowIsOpen: Guard = ({ record, today }) =>
  today <= (record!.appealBy as string)
    ? null
    : refuse('ILLEGAL_TRANSITION', {
        message: `申诉期限到 ${record!.appealBy}，已经过了。`,
        articles: [42],
        remedy: '结果即将确认；对公司的决定仍有意见的，可以向管理单位反映。',
      });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const unit = { party: 'ECOSYSTEM_UNIT', own: true } as const;
const ARTICLES = [42] as const;
const DUTIES = ['42.1'] as const;

/** 单位考核: opened by the calendar, scored by the company, told to the unit, which may appeal before it stands (article 42). */
export const unitAssessmentLifecycle = lifecycle({
  noun: 'UnitAssessment',
  label: '单位考核',
  description:
    '项目公司对生态单位的年度考核：次年一月一日自动立项，评分后告知单位；单位只看到自己的结果，可以在期限内申诉，由没有评分的人复核；期满没有申诉的自动确认。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    SCHEDULED: { label: '待评分', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    SCORED: { label: '已评分，待告知', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    PUBLISHED_TO_UNIT: { label: '已告知，可以申诉', tone: 'WAITING', awaits: 'OWNER' },
    APPEALED: { label: '申诉中', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    CONFIRMED: { label: '已确认', tone: 'GOOD', final: true },
  },
  actions: {
    open: {
      label: '立项',
      effect: '每年一次，按现行方案考核上一年度。',
      from: null,
      to: 'SCHEDULED',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: DUTIES,
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'score',
          title: '考核生态单位',
          articles: ARTICLES,
          owedBy: 'PROJECT_COMPANY',
          until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
        },
      ],
    },
    score: {
      label: '评分',
      effect: '按权重算出总分和等次；告知之前可以重新评分，单位还看不到。',
      from: ['SCHEDULED', 'SCORED'],
      to: 'SCORED',
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      fields: { ...scores, feedback },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
    },
    publish: {
      label: '告知单位',
      effect: '单位看到分数、等次和评语，可以在期限内申诉；期满没有申诉的自动确认。',
      from: ['SCORED'],
      to: 'PUBLISHED_TO_UNIT',
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      tells: ['OWNER'],
      ends: ['score'],
      starts: [
        {
          name: 'appeal',
          title: '对考核结果申诉',
          articles: ARTICLES,
          owedBy: 'OWNER',
          until: ({ appealBy }) => endOfShanghaiDay(appealBy as string),
          action: 'confirm',
        },
      ],
    },
    appeal: {
      label: '申诉',
      effect: '由项目公司没有评分的人复核，答复送达本单位。',
      from: ['PUBLISHED_TO_UNIT'],
      to: 'APPEALED',
      by: [unit],
      articles: ARTICLES,
      duties: DUTIES,
      fields: { appeal: { kind: 'text', label: '申诉的理由', max: 4000, multiline: true } },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [windowIsOpen],
      tells: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      ends: ['appeal'],
    },
    correct: {
      label: '改分并确认',
      effect: '按新的分数确认；单位收到通知。',
      from: ['APPEALED'],
      to: 'CONFIRMED',
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      fields: { ...scores, feedback },
      reason: 'REQUIRED',
      notBy: ['score'],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    uphold: {
      label: '维持并确认',
      effect: '分数不变，结果确认；单位收到理由。',
      from: ['APPEALED'],
      to: 'CONFIRMED',
      by: [company],
      articles: ARTICLES,
      duties: DUTIES,
      reason: 'REQUIRED',
      negative: true,
      notBy: ['score'],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    confirm: {
      label: '期满确认',
      effect: '期限内没有申诉，结果确认。',
      from: ['PUBLISHED_TO_UNIT'],
      to: 'CONFIRMED',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: DUTIES,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
  },
});
