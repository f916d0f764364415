import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

const PARTIES = ['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const;

/** Money that is not in the budget has no amount there. */
const amountIsOfBudget: Guard = ({ input }) =>
  input && input.isIncluded !== true && input.amount !== null
    ? refuse('VALIDATION', {
        details: [{ path: 'amount', message: '金额：没有列入预算的不填金额，情况写在说明里' }],
      })
    : null;

const content = {
  isIncluded: { kind: 'accept', label: '已列入年度预算' },
  amount: {
    kind: 'integer',
    label: '金额',
    hint: '可以不填',
    min: 0,
    max: 1_000_000,
    unit: '万元',
    optional: true,
  },
  note: { kind: 'text', label: '说明', max: 2000, multiline: true, optional: true },
} as const satisfies Fields;

/** 经费预算申报: whether a body has put the money for connection into its budget; nothing else depends on it (article 16). */
export const budgetDeclarationLifecycle = lifecycle({
  noun: 'BudgetDeclaration',
  label: '经费预算情况',
  description:
    '各地各部门自愿填报下一年度的接入和运营经费是否列入年度预算；预算本身在财政系统办理，这里不影响其他办理。每年十月提醒一次。',
  articles: [16],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    DUE: { label: '待填报', tone: 'WAITING', awaits: 'OWNER' },
    DECLARED: { label: '已填报', tone: 'GOOD' },
  },
  actions: {
    open: {
      label: '提醒填报',
      effect: '请在十月底之前填报下一年度的情况。',
      from: null,
      to: 'DUE',
      by: [{ party: 'SYSTEM' }],
      articles: [16],
      duties: ['16.3'],
      tells: ['OWNER'],
      starts: [
        {
          name: 'declare',
          title: '填报经费预算情况',
          articles: [16],
          owedBy: 'OWNER',
          until: ({ year }) => endOfShanghaiDay(`${(year as number) - 1}-10-31`),
        },
      ],
    },
    file: {
      label: '提前填报',
      effect: '管理单位可以看到。',
      from: null,
      to: 'DECLARED',
      by: PARTIES.map((party) => ({ party }) as const),
      articles: [16],
      duties: ['16.3'],
      fields: { year: { kind: 'integer', label: '年度', min: 2023, max: 2100, unit: '年' }, ...content },
      documents: { OTHER: 'OPTIONAL' },
      guards: [amountIsOfBudget],
    },
    declare: {
      label: '填报',
      effect: '管理单位可以看到；可以再次填报，以最近的为准。',
      from: ['DUE', 'DECLARED'],
      to: 'DECLARED',
      by: PARTIES.map((party) => ({ party, own: true }) as const),
      articles: [16],
      duties: ['16.3'],
      fields: content,
      documents: { OTHER: 'OPTIONAL' },
      guards: [amountIsOfBudget],
      ends: ['declare'],
    },
  },
});
