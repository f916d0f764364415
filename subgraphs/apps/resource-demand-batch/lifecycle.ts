import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';

export interface ResourceDemandBatchFacts {
  /** How many demands stand in it. */
  demands: number;
}

const particulars = {
  name: { kind: 'text', label: '批次名称', max: 60 },
  summary: { kind: 'text', label: '归集说明', hint: '哪些需求、为什么一并办理', max: 2000, multiline: true },
} as const satisfies Fields;

const hasDemands: Guard<ResourceDemandBatchFacts> = ({ facts: { demands } }) =>
  demands === 0
    ? refuse('VALIDATION', {
        articles: [36],
        details: [{ path: '', message: '资源需求：至少归集一项之后才能报请同意' }],
      })
    : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const system = { party: 'SYSTEM' } as const;

/** 需求批次: units' demands that the company puts to the management unit together, to be decided one by one (article 36). */
export const resourceDemandBatchLifecycle = lifecycle({
  noun: 'ResourceDemandBatch',
  label: '需求批次',
  description: '项目公司归集的资源需求，一并报请管理单位同意；管理单位逐项决定，决定完毕批次办结。',
  articles: [36],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    DRAFT: { label: '归集中', tone: 'NEUTRAL', awaits: 'OWNER' },
    PENDING_CONSENT: { label: '待同意', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    DECIDED: { label: '已决定', tone: 'GOOD', final: true },
    DISCARDED: { label: '已取消', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '新建批次',
      effect: '接着把需求归集进来。',
      from: null,
      to: 'DRAFT',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      fields: particulars,
    },
    amend: {
      label: '修改',
      effect: '更新批次的说明。',
      from: ['DRAFT'],
      to: null,
      by: [company],
      articles: [36],
      duties: ['36.2'],
      fields: particulars,
    },
    submitForConsent: {
      label: '报请同意',
      effect: '交管理单位逐项决定；同意之前不能联系有关单位。',
      from: ['DRAFT'],
      to: 'PENDING_CONSENT',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      guards: [hasDemands],
      tells: ['MANAGEMENT_UNIT'],
    },
    close: {
      label: '决定完毕',
      effect: '批次中的每一项都有了决定。',
      from: ['PENDING_CONSENT'],
      to: 'DECIDED',
      by: [system],
      articles: [36],
      duties: ['36.2'],
      tells: ['OWNER'],
    },
    discard: {
      label: '取消',
      effect: '已归集的需求回到待归集。',
      from: ['DRAFT'],
      to: 'DISCARDED',
      by: [company],
      articles: [36],
      duties: ['36.2'],
      reason: 'OPTIONAL',
      negative: true,
    },
  },
});
