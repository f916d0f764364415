import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { APP_PROVIDERS, COMPANY_SECURITY } from '../safety-parties.ts';

const performedInThePast: Guard = ({ input, today }) =>
  input && (input.performedOn as string) > today
    ? refuse('VALIDATION', {
        details: [{ path: 'performedOn', message: '评估日期：不能晚于今天' }],
      })
    : null;

const isNewer: Guard = ({ input, record }) =>
  input && record!.performedOn !== null && (input.performedOn as string) < (record!.performedOn as string)
    ? refuse('VALIDATION', {
        details: [{ path: 'performedOn', message: `评估日期：不能早于上一次的 ${record!.performedOn}` }],
      })
    : null;

const ASSESS: DeadlineRule = {
  name: 'assess',
  title: '评估应用风险',
  articles: [67],
  owedBy: 'OWNER',
  until: ({ dueOn }) => endOfShanghaiDay(dueOn as string),
};

/** Article 67: what is late for long is ordered to be rectified, for the company to see to. */
const OVERSEE: DeadlineRule = {
  name: 'oversee',
  title: '评估逾期，责令整改',
  articles: [67],
  owedBy: 'PROJECT_COMPANY',
  parameter: 'risk_assessment.overdue_rectification_days',
  from: ({ dueOn }) => dueOn as string,
  action: 'demand',
};
const CLOCKS = [ASSESS, OVERSEE];
const system = { party: 'SYSTEM' } as const;

/** 风险评估: one record for each app that was ever listed, due anew after each assessment (article 67). */
export const riskAssessmentLifecycle = lifecycle({
  noun: 'RiskAssessment',
  label: '风险评估',
  description: '提供方定期评估在架应用的安全风险并采取措施，由项目公司督促；逾期的不能提交新版本。',
  articles: [67],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    DUE: { label: '待评估', tone: 'WAITING', awaits: 'OWNER' },
    CURRENT: { label: '已评估', tone: 'GOOD' },
    RESTING: { label: '应用不在架，暂不评估', tone: 'NEUTRAL' },
  },
  actions: {
    open: {
      label: '列入评估',
      effect: '应用已经上架，请在期限内评估风险。',
      from: null,
      to: 'DUE',
      by: [system],
      articles: [67],
      duties: ['67'],
      tells: ['OWNER'],
      starts: CLOCKS,
    },
    submit: {
      label: '提交评估',
      effect: '评估留存，下一次的期限从评估日期起算；项目公司收到通知。',
      from: ['DUE', 'CURRENT'],
      to: 'CURRENT',
      by: APP_PROVIDERS,
      articles: [67],
      duties: ['67'],
      fields: {
        performedOn: { kind: 'date', label: '评估日期' },
        method: {
          kind: 'text',
          label: '评估办法',
          hint: '自评或委托哪家机构、依据什么标准',
          max: 1000,
          multiline: true,
        },
        findings: { kind: 'text', label: '发现的风险', max: 4000, multiline: true },
        measures: { kind: 'text', label: '采取的措施', max: 4000, multiline: true },
      },
      documents: { RISK_ASSESSMENT_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [performedInThePast, isNewer],
      tells: ['PROJECT_COMPANY'],
      starts: CLOCKS,
    },
    urge: {
      label: '催促',
      effect: '提供方收到催促的通知。',
      from: ['DUE', 'CURRENT'],
      to: null,
      by: [COMPANY_SECURITY],
      articles: [67],
      duties: ['67'],
      reason: 'REQUIRED',
      tells: ['OWNER'],
    },
    demand: {
      label: '责令整改',
      effect: '评估逾期已久，随即以项目公司的名义责令提供方整改，期限列入义务日历。',
      from: ['DUE', 'CURRENT'],
      to: null,
      by: [system],
      articles: [67],
      duties: ['67'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    rest: {
      label: '暂停评估',
      effect: '应用不在架，期限停止计算。',
      from: ['DUE', 'CURRENT'],
      to: 'RESTING',
      by: [system],
      articles: [67],
      duties: ['67'],
      ends: ['assess', 'oversee'],
    },
    resume: {
      label: '恢复评估',
      effect: '应用重新上架，请在期限内评估风险。',
      from: ['RESTING'],
      to: 'DUE',
      by: [system],
      articles: [67],
      duties: ['67'],
      tells: ['OWNER'],
      starts: CLOCKS,
    },
  },
});
