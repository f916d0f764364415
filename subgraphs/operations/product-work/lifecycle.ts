import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { PRODUCT_WORK_KINDS, type ProductWorkKind } from '../choices-coordination.ts';

const isOf =
  (kind: ProductWorkKind): Guard =>
  ({ record }) =>
    record!.kind === kind
      ? null
      : refuse('VALIDATION', {
          details: [{ path: '', message: `这一份是${PRODUCT_WORK_KINDS[record!.kind as ProductWorkKind]}` }],
        });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const clock = (name: string, title: string, owedBy: DeadlineRule['owedBy']): DeadlineRule => ({
  name,
  title,
  articles: [43],
  owedBy,
  until: ({ periodEnd }) => endOfShanghaiDay(periodEnd as string),
});
const CLOCKS = [
  clock('complete', '完成产品运营工作', 'PROJECT_COMPANY'),
  clock('oversee', '督促产品运营工作', 'OWNER_UNIT'),
];
const ENDS = CLOCKS.map(({ name }) => name);

/** 产品运营: the analysis and the promotion of each period, told by the company and seen to by the owner unit (article 43). */
export const productWorkLifecycle = lifecycle({
  noun: 'ProductWork',
  label: '产品运营',
  description:
    '项目公司定期的产品分析和推广活动：由日历自动生成，期内报告；没有完成的标为逾期，业主单位一并得到提醒。生态单位参与推广使用品牌的，另须品牌授权。',
  articles: [43],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
  states: {
    DUE: { label: '待完成', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    DONE: { label: '已完成', tone: 'GOOD', final: true },
  },
  actions: {
    open: {
      label: '生成',
      effect: '由日历生成，请在期内完成。',
      from: null,
      to: 'DUE',
      by: [{ party: 'SYSTEM' }],
      articles: [43],
      duties: ['43.2'],
      starts: CLOCKS,
    },
    fileAnalysis: {
      label: '提交产品分析',
      effect: '分析存档，本期完成。',
      from: ['DUE'],
      to: 'DONE',
      by: [company],
      articles: [43],
      duties: ['43.2'],
      fields: {
        report: { kind: 'text', label: '分析', max: 8000, multiline: true },
        products: {
          kind: 'texts',
          label: '研究的产品',
          hint: '热门的和同类的，每行一个',
          max: 100,
          maxItems: 50,
        },
        proposals: { kind: 'texts', label: '建议引入的产品', max: 100, maxItems: 50, optional: true },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [isOf('ANALYSIS')],
      ends: ENDS,
    },
    filePromotion: {
      label: '提交推广情况',
      effect: '情况存档，本期完成。',
      from: ['DUE'],
      to: 'DONE',
      by: [company],
      articles: [43],
      duties: ['43.2'],
      fields: {
        report: { kind: 'text', label: '推广情况', hint: '起止日期和做法', max: 8000, multiline: true },
        products: { kind: 'texts', label: '推广的产品', max: 100, maxItems: 50 },
        channels: { kind: 'texts', label: '渠道', max: 100, maxItems: 50 },
        reach: {
          kind: 'integer',
          label: '触达人次',
          min: 0,
          max: 2_147_483_647,
          unit: '人次',
          optional: true,
        },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [isOf('PROMOTION')],
      ends: ENDS,
    },
  },
});
