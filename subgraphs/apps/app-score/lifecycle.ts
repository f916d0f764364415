import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

const changesIt: Guard = ({ record, input }) =>
  input && input.score === record!.score
    ? refuse('VALIDATION', { details: [{ path: 'score', message: '评分：与现在的相同，没有更正' }] })
    : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;

/** 应用评分: computed each month from what the registers hold; a correction has a reason, and what was computed stays (article 40). */
export const appScoreLifecycle = lifecycle({
  noun: 'AppScore',
  label: '应用评分',
  description:
    '市场化应用每月的评分：系统按公布的办法从登记的事实算出，写明每项依据；项目公司更正须有理由，算出的原分保留。公众只看到最终得分。',
  articles: [40],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    COMPUTED: { label: '系统算出', tone: 'GOOD' },
    CORRECTED: { label: '已更正', tone: 'WARNING' },
  },
  actions: {
    compute: {
      label: '评分',
      effect: '得分随即用于应用目录和推荐。',
      from: null,
      to: 'COMPUTED',
      by: [{ party: 'SYSTEM' }],
      articles: [40],
      duties: ['40'],
      tells: ['OWNER'],
    },
    correct: {
      label: '更正',
      effect: '得分改为更正后的，用于应用目录和推荐；算出的原分和理由保留，提供方收到通知。',
      from: ['COMPUTED', 'CORRECTED'],
      to: 'CORRECTED',
      by: [company],
      articles: [40],
      duties: ['40'],
      fields: { score: { kind: 'integer', label: '评分', min: 0, max: 100, unit: '分' } },
      reason: 'REQUIRED',
      guards: [changesIt],
      tells: ['OWNER'],
    },
  },
});
