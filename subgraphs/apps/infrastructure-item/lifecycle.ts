import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { INFRASTRUCTURE_KINDS } from '../choices.ts';
import type { RequestFacts } from '../infrastructure-request/facts.ts';

export interface InfrastructureItemFacts {
  /** The request that the item stands in, or that a new one names. */
  request: RequestFacts | null;
}

type ItemGuard = Guard<InfrastructureItemFacts>;

const MOST = 100_000;

const particulars = {
  kind: {
    kind: 'choice',
    label: '资源种类',
    enumName: 'InfrastructureKind',
    options: INFRASTRUCTURE_KINDS,
  },
  specification: {
    kind: 'text',
    label: '规格',
    hint: '例如 8 核 16G 云主机、100M 专线、WAF',
    max: 200,
  },
  quantity: { kind: 'integer', label: '数量', min: 1, max: MOST },
  neededFrom: { kind: 'date', label: '需用日期', hint: '最迟在这一天足量分配' },
  neededUntil: { kind: 'date', label: '用到', hint: '不填为长期', optional: true },
} as const satisfies Fields;

const inOrder: Guard = ({ input, today }) => {
  if (!input) return null;
  const details = [
    ...((input.neededFrom as string) < today
      ? [{ path: 'neededFrom', message: `需用日期：不能早于今天（${today}）` }]
      : []),
    ...(input.neededUntil !== null && (input.neededUntil as string) < (input.neededFrom as string)
      ? [{ path: 'neededUntil', message: '用到：不能早于需用日期' }]
      : []),
  ];
  return details.length > 0 ? refuse('VALIDATION', { details }) : null;
};

const ownRequest: ItemGuard = ({ facts: { request }, input, viewer }) =>
  input && request?.organizationId !== viewer.organizationId
    ? refuse('VALIDATION', {
        details: [{ path: 'requestId', message: '资源申请：没有这个申请，或它不属于本单位' }],
      })
    : null;

const requestIsOpen: ItemGuard = ({ facts: { request }, record, input }) =>
  (record || input) && request?.state !== 'DRAFT' && request?.state !== 'RETURNED'
    ? refuse('ILLEGAL_TRANSITION', {
        message: '资源申请已经提交，不能再改资源项。',
        articles: [14],
        remedy: '需要更多资源的，请另行申请；内容有误的，请提供方退回补充。',
      })
    : null;

const requestIsAccepted: ItemGuard = ({ facts: { request } }) =>
  request?.state === 'ACCEPTED'
    ? null
    : refuse('ILLEGAL_TRANSITION', {
        message: '资源申请还没有受理，不能分配。',
        articles: [14],
        remedy: '请先受理资源申请，再逐项分配。',
      });

const withinQuantity: Guard = ({ record, input }) => {
  const left = (record!.quantity as number) - (record!.allocatedQuantity as number);
  return input && (input.allocatedNow as number) > left
    ? refuse('VALIDATION', {
        articles: [14],
        details: [{ path: 'allocatedNow', message: `本次数量：还差 ${left}，不能多于此数` }],
      })
    : null;
};

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;
const provider = { party: 'INFRASTRUCTURE_PROVIDER', roles: ['HEAD', 'OPERATOR'] } as const;
const system = { party: 'SYSTEM' } as const;

/** 资源项: stays open with its provider until it is allocated in the quantity that was asked for (article 14). */
export const infrastructureItemLifecycle = lifecycle({
  noun: 'InfrastructureItem',
  label: '资源项',
  description: '资源申请中的一项；未足量分配的保持部分分配，提供方的任务不结束。',
  articles: [14],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL' },
    REQUESTED: { label: '待分配', tone: 'WAITING', awaits: 'INFRASTRUCTURE_PROVIDER' },
    PARTIAL: { label: '部分分配', tone: 'WARNING', awaits: 'INFRASTRUCTURE_PROVIDER' },
    ALLOCATED: { label: '已足量分配', tone: 'GOOD' },
    RELEASED: { label: '已释放', tone: 'NEUTRAL', final: true },
    REMOVED: { label: '已删除', tone: 'NEUTRAL', final: true },
  },
  actions: {
    add: {
      label: '添加',
      effect: '加入资源申请，随申请一并提交。',
      from: null,
      to: 'DRAFT',
      by: [company],
      articles: [14],
      duties: ['14.1'],
      fields: {
        requestId: { kind: 'reference', label: '资源申请', of: 'infrastructureRequests' },
        ...particulars,
      },
      guards: [ownRequest, requestIsOpen, inOrder],
    },
    amend: {
      label: '修改',
      effect: '更新这一项。',
      from: ['DRAFT'],
      to: null,
      by: [company],
      articles: [14],
      duties: ['14.1'],
      fields: particulars,
      guards: [requestIsOpen, inOrder],
    },
    remove: {
      label: '删除',
      effect: '从申请中去掉这一项。',
      from: ['DRAFT'],
      to: 'REMOVED',
      by: [company],
      articles: [14],
      duties: ['14.1'],
      guards: [requestIsOpen],
      negative: true,
    },
    submit: {
      label: '随申请提交',
      effect: '提供方须在需用日期之前足量分配。',
      from: ['DRAFT'],
      to: 'REQUESTED',
      by: [system],
      articles: [14],
      duties: ['14.1'],
      starts: [
        {
          name: 'allocation',
          title: '按时按量分配资源',
          articles: [14],
          owedBy: 'INFRASTRUCTURE_PROVIDER',
          until: ({ neededFrom }) => endOfShanghaiDay(neededFrom as string),
        },
      ],
    },
    recall: {
      label: '随申请退回',
      effect: '申请退回补充，这一项可以再改。',
      from: ['REQUESTED'],
      to: 'DRAFT',
      by: [system],
      articles: [14],
      duties: ['14.1'],
      ends: ['allocation'],
    },
    drop: {
      label: '随申请撤回',
      effect: '申请已撤回。',
      from: ['DRAFT', 'REQUESTED'],
      to: 'REMOVED',
      by: [system],
      articles: [14],
      duties: ['14.1'],
    },
    allocate: {
      label: '分配',
      effect: '记下本次分配的数量；足量才算完成，不足的保持部分分配。',
      from: ['REQUESTED', 'PARTIAL'],
      to: null,
      by: [provider],
      articles: [4, 14],
      duties: ['14.1'],
      fields: {
        allocatedNow: { kind: 'integer', label: '本次数量', min: 1, max: MOST },
        reference: { kind: 'text', label: '资源标识', hint: '主机编号、线路编号等', max: 200 },
      },
      guards: [requestIsAccepted, withinQuantity],
      tells: ['OWNER'],
    },
    leavePartial: {
      label: '部分分配',
      effect: '还没有足量，任务不结束。',
      from: ['REQUESTED'],
      to: 'PARTIAL',
      by: [system],
      articles: [14],
      duties: ['14.1'],
    },
    complete: {
      label: '足量分配',
      effect: '按申请的数量分配完毕。',
      from: ['REQUESTED', 'PARTIAL'],
      to: 'ALLOCATED',
      by: [system],
      articles: [14],
      duties: ['14.1'],
      ends: ['allocation'],
    },
    releaseWithRequest: {
      label: '释放',
      effect: '资源申请已释放。',
      from: ['REQUESTED', 'PARTIAL', 'ALLOCATED'],
      to: 'RELEASED',
      by: [system],
      articles: [14],
      duties: ['14.1'],
    },
  },
});
