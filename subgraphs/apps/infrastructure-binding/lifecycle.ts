import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';

export interface InfrastructureBindingFacts {
  app: AppFacts | null;
  /** The state of the allocation that the input names; null when there is none. */
  itemState: string | null;
  /** The state of the company's own resource that the input names; null when there is none. */
  resourceState: string | null;
}

type BindingGuard = Guard<InfrastructureBindingFacts>;

const fault = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

/** Articles 14 and 36: a market app takes from the company's own resources alone. */
const fitsClass: BindingGuard = ({ facts: { app }, input }) => {
  if (!input) return null;
  if (app === null) return fault('appId', '应用：没有这个应用');
  if ((input.itemId === null) === (input.resourceId === null))
    return fault('itemId', '已分配的资源项、自备资源：填写其中一个');
  return app.serviceClass === 'MARKET' && input.itemId !== null ? refuse('INFRA_FOR_PUBLIC_ONLY') : null;
};

const isThere: BindingGuard = ({ facts: { itemState, resourceState }, input }) => {
  if (!input) return null;
  if (input.itemId !== null && itemState !== 'ALLOCATED' && itemState !== 'PARTIAL')
    return fault('itemId', '已分配的资源项：还没有分配，或已释放');
  return input.resourceId !== null && resourceState !== 'ACTIVE'
    ? fault('resourceId', '自备资源：没有这个资源，或已停用')
    : null;
};

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'], own: true } as const;

/** 资源绑定: which infrastructure an app runs on; that of public services is kept from market apps (articles 14 and 36). */
export const infrastructureBindingLifecycle = lifecycle({
  noun: 'InfrastructureBinding',
  label: '资源绑定',
  description: '应用运行在哪些资源上。市场化应用只能用项目公司自备的资源。',
  articles: [14, 36],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    BOUND: { label: '已绑定', tone: 'GOOD' },
    ENDED: { label: '已解除', tone: 'NEUTRAL', final: true },
  },
  actions: {
    bind: {
      label: '绑定',
      effect: '记下应用使用的资源。',
      from: null,
      to: 'BOUND',
      by: [company],
      articles: [14, 36],
      duties: ['36.1'],
      fields: {
        appId: { kind: 'reference', label: '应用', of: 'apps' },
        itemId: {
          kind: 'reference',
          label: '已分配的资源项',
          hint: '只能给公共服务应用',
          of: 'infrastructureItems',
          optional: true,
        },
        resourceId: { kind: 'reference', label: '自备资源', of: 'companyInfraResources', optional: true },
      },
      guards: [fitsClass, isThere],
    },
    unbind: {
      label: '解除',
      effect: '应用不再使用这项资源。',
      from: ['BOUND'],
      to: 'ENDED',
      by: [company],
      articles: [36],
      duties: ['36.1'],
    },
    leavePublicService: {
      label: '随类别更改解除',
      effect: '应用改为市场化服务，不再使用为公共服务保障的资源。',
      from: ['BOUND'],
      to: 'ENDED',
      by: [{ party: 'SYSTEM' }],
      articles: [14, 36],
      duties: ['36.1', '14.2'],
      tells: ['OWNER'],
    },
    lapse: {
      label: '随资源解除',
      effect: '资源已释放或停用。',
      from: ['BOUND'],
      to: 'ENDED',
      by: [{ party: 'SYSTEM' }],
      articles: [14, 36],
      duties: ['36.1'],
      tells: ['OWNER'],
    },
  },
});
