import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

/** 留存材料: kept with its digest, and never changed or removed by anyone (article 28). */
export const evidenceLifecycle = lifecycle({
  noun: 'Evidence',
  label: '留存材料',
  description:
    '处置问题之前留存的材料：当时的登记情况、内容文字和附件的摘要；内容隐藏、撤下时自动留存它此刻的文字。只可追加，任何人都不能修改或删除。',
  articles: [28, 41, 45, 63],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    KEPT: { label: '已留存', tone: 'GOOD' },
  },
  actions: {
    keep: {
      label: '留存',
      effect: '材料连同摘要存档，不可更改。',
      from: null,
      to: 'KEPT',
      by: [{ party: 'SYSTEM' }],
      articles: [28, 41, 45, 63],
      duties: ['28.2', '45.2'],
    },
    remove: {
      label: '删除',
      effect: '留存的材料不能删除；有误的，在问题处置中追加新的材料并说明。',
      from: ['KEPT'],
      to: null,
      by: [{ party: 'MANAGEMENT_UNIT' }, { party: 'PROJECT_COMPANY' }],
      articles: [28],
      duties: ['28.2'],
      guards: [() => refuse('EVIDENCE_IMMUTABLE')],
      negative: true,
    },
  },
});
